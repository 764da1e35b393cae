package dev.timbre.provider.control;

import dev.timbre.provider.client.wire.speech.AudioFormat;
import dev.timbre.provider.client.wire.speech.AudioSetting;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.VoiceSetting;

/**
 * What is asked of a synthesis.
 *
 * @param sampleRate Hz
 * @param bitrate bit/s; matters for mp3 only
 * @param watermark whether the provider ends it with a mark that can be heard; not in streams
 */
public record SpeechOrder(
    String voiceId,
    String text,
    String model,
    String format,
    int sampleRate,
    int bitrate,
    boolean watermark) {

  SpeechRequest toRequest() {
    SpeechRequest.Builder request =
        SpeechRequest.of(new SpeechModel(model), text, VoiceSetting.of(voiceId))
            .audio(
                AudioSetting.defaults()
                    .withFormat(new AudioFormat(format))
                    .withSampleRate(sampleRate)
                    .withBitrate(bitrate));
    if (watermark) {
      request.watermark(true);
    }
    return request.build();
  }

  @Override
  public String toString() {
    return "SpeechOrder[" + model + ", " + format + ", " + text.length() + " characters]";
  }
}
