package dev.timbre.sandbox.speech;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.AudioEncoder;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.Pcm;
import dev.timbre.sandbox.audio.Spoken;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.MediaLinks;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A text that was spoken. */
public record Speech(SpeechRequest request, Spoken spoken) {

  /** How long a link to a result lives: 24 hours. */
  static final Duration RESULT_LIFE = Duration.ofHours(24);

  /** The whole sound. */
  public byte[] audio() {
    return AudioEncoder.encode(sound(), encoding());
  }

  /** Billed characters. */
  public long characters() {
    return Billing.characters(request.text());
  }

  /** When each sentence and word is heard. */
  public Subtitles subtitles() {
    return Subtitles.of(request.pronunciation(), request.written(), spoken.timeline());
  }

  /** Publishes the subtitles for 24 hours and links to them, if the call wants any. */
  public Optional<String> subtitleLink(MediaLinks links) throws IOException {
    SpeechManner.Subtitling wanted = request.manner().subtitling();
    if (wanted == SpeechManner.Subtitling.NONE) {
      return Optional.empty();
    }
    String json = subtitles().toJson(wanted == SpeechManner.Subtitling.WORDS).toString();
    return Optional.of(links.publish(json.getBytes(StandardCharsets.UTF_8), "json", RESULT_LIFE));
  }

  /** The measures of the result, as every form of speech answers them. */
  public ObjectNode extraInfo(long size) {
    return Call.object()
        .put("audio_length", sound().millis())
        .put("audio_sample_rate", encoding().sampleRate())
        .put("audio_size", size)
        .put("bitrate", encoding().effectiveBitrate())
        .put("word_count", Billing.words(request.marked().words()))
        .put("invisible_character_ratio", Billing.invisibleRatio(request.text()))
        .put("usage_characters", characters())
        .put("audio_format", encoding().format().wireName())
        .put("audio_channel", encoding().channels());
  }

  private Pcm sound() {
    return spoken.sound();
  }

  private Encoding encoding() {
    return request.manner().encoding();
  }
}
