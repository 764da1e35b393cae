package dev.timbre.it.dialect;

import dev.timbre.provider.client.DownloadRules;
import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.ProviderDownload;
import dev.timbre.provider.client.ProviderEndpoint;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.FileUpload;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** What the scenarios have at hand: recordings, voices made of them, texts to be spoken. */
final class Studio {

  private static final long LARGEST = 20_000_000;

  private Studio() {}

  /** Stores the recording of a donated voice, long enough to be cloned. */
  static FileId sample(MiniMaxClient client, String filename) {
    try (InputStream recording = Studio.class.getResourceAsStream("/audio/kerstin.mp3")) {
      return upload(client, FilePurpose.VOICE_CLONE, filename, recording.readAllBytes());
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }

  /** Stores five seconds of a tone, short enough to be a prompt. */
  static FileId prompt(MiniMaxClient client) {
    return upload(client, FilePurpose.PROMPT_AUDIO, "prompt.wav", tone(5));
  }

  static FileId upload(MiniMaxClient client, FilePurpose purpose, String filename, byte[] bytes) {
    return client
        .files()
        .upload(
            new FileUpload(purpose, filename, bytes.length, () -> new ByteArrayInputStream(bytes)))
        .file()
        .id();
  }

  /** Makes a voice without a preview. */
  static void makeVoice(MiniMaxClient client, String voiceId) {
    client.voices().cloneFrom(CloneRequest.of(sample(client, "anna.mp3"), voiceId).build());
  }

  static SpeechRequest.Builder say(String text, String voiceId) {
    return SpeechRequest.of(SpeechModel.SPEECH_2_8_HD, text, VoiceSetting.of(voiceId));
  }

  /** Fetches a file as the client's own users do. */
  static byte[] fetch(ProviderEndpoint endpoint, ProviderUrl url) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ProviderDownload(DownloadRules.of(endpoint, List.of(), LARGEST)).fetch(url, bytes);
    return bytes.toByteArray();
  }

  private static byte[] tone(int seconds) {
    int rate = 16_000;
    byte[] samples = new byte[seconds * rate * 2];
    for (int i = 0; i < seconds * rate; i++) {
      int value = (int) (8000 * Math.sin(2 * Math.PI * 140 * i / rate));
      samples[2 * i] = (byte) value;
      samples[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(rate, 16, 1, true, false);
    ByteArrayOutputStream wav = new ByteArrayOutputStream();
    try (AudioInputStream sound =
        new AudioInputStream(new ByteArrayInputStream(samples), format, (long) seconds * rate)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, wav);
    } catch (IOException cannotBe) {
      throw new UncheckedIOException(cannotBe);
    }
    return wav.toByteArray();
  }
}
