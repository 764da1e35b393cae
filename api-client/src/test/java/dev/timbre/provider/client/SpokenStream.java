package dev.timbre.provider.client;

import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.VoiceSetting;

/** A stream of speech as the contract shows it, event by event. */
final class SpokenStream {

  static final String FIRST =
      "data: {\"data\":{\"audio\":\"fffb9064\",\"status\":1,\"ced\":\"\"},\"trace_id\":"
          + "\"06ab12cd34ef56780a1b2c3d4e5f6071\",\"base_resp\":{\"status_code\":0,"
          + "\"status_msg\":\"\"}}\n\n";

  static final String SECOND =
      "data: {\"data\":{\"audio\":\"00112233\",\"status\":1,\"ced\":\"\"},\"trace_id\":"
          + "\"06ab12cd34ef56780a1b2c3d4e5f6071\",\"base_resp\":{\"status_code\":0,"
          + "\"status_msg\":\"\"}}\n\n";

  static final String LAST =
      "data: {\"data\":{\"audio\":\"fffb906455aa\",\"status\":2,\"ced\":\"\"},\"extra_info\":"
          + "{\"audio_length\":640,\"audio_sample_rate\":32000,\"audio_size\":6,"
          + "\"bitrate\":128000,\"word_count\":2,\"invisible_character_ratio\":0,"
          + "\"usage_characters\":9,\"audio_format\":\"mp3\",\"audio_channel\":1},\"trace_id\":"
          + "\"06ab12cd34ef56780a1b2c3d4e5f6071\",\"base_resp\":{\"status_code\":0,"
          + "\"status_msg\":\"success\"}}\n\n";

  static SpeechRequest.Builder request() {
    return SpeechRequest.of(
        SpeechModel.SPEECH_2_8_HD, "Good evening.", VoiceSetting.of("AnnaHost01"));
  }

  private SpokenStream() {}
}
