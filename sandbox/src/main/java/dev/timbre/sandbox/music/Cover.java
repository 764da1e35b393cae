package dev.timbre.sandbox.music;

import dev.timbre.sandbox.audio.Pcm;
import dev.timbre.sandbox.audio.SampleDecoder;
import dev.timbre.sandbox.audio.UndecodableAudio;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.GivenMedia;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A song that is to be sung anew.
 *
 * @param seconds how long it is; assumed for a link, because the sandbox follows none
 */
record Cover(double seconds) {
  private static final double ASSUMED_SECONDS = 30;
  private static final double SHORTEST_SECONDS = 6;
  private static final int LONGEST_SECONDS = 360;
  private static final int MAX_BYTES = 50 << 20;
  private static final List<String> SOURCES =
      List.of("audio_url", "audio_base64", "cover_feature_id");

  /**
   * Reads what a request names, which must be one of a link, the sound itself or what was prepared.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013
   */
  static Cover read(Fields fields, CoverFeatures features, String account) {
    List<String> named =
        SOURCES.stream().filter(s -> !fields.text(s).orElse("").isEmpty()).toList();
    if (named.size() != 1) {
      throw fields.refusal(
          "audio_url", "or one of audio_base64 and cover_feature_id must be given, and only one");
    }
    if (named.contains("cover_feature_id")) {
      return features
          .find(account, fields.requireText("cover_feature_id"))
          .orElseThrow(() -> fields.refusal("cover_feature_id", "is unknown or older than 24 h"));
    }
    return readSound(fields);
  }

  /** Reads the sound itself, or a link to it. */
  static Cover readSound(Fields fields) {
    String link = fields.text("audio_url").orElse("");
    String base64 = fields.text("audio_base64").orElse("");
    if (link.isEmpty() == base64.isEmpty()) {
      throw fields.refusal("audio_url", "or audio_base64 must be given, and only one");
    }
    if (!link.isEmpty()) {
      GivenMedia media = GivenMedia.parse(fields, "audio_url", link);
      return media
          .bytes()
          .map(bytes -> measured(fields, "audio_url", bytes))
          .orElse(new Cover(ASSUMED_SECONDS));
    }
    return measured(fields, "audio_base64", GivenMedia.decoded(fields, "audio_base64", base64));
  }

  private static Cover measured(Fields fields, String name, byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw fields.refusal(name, "must have at most 50 MB, got " + bytes.length + " bytes");
    }
    double seconds = decode(fields, name, bytes).seconds();
    if (seconds < SHORTEST_SECONDS || seconds > LONGEST_SECONDS) {
      throw fields.refusal(name, "must last 6 s to 6 min, got " + Math.round(seconds) + " s");
    }
    return new Cover(seconds);
  }

  private static Pcm decode(Fields fields, String name, byte[] bytes) {
    try {
      Path file = Files.createTempFile("cover", "");
      try {
        Files.write(file, bytes);
        return SampleDecoder.decode(file, LONGEST_SECONDS + 1);
      } finally {
        Files.delete(file);
      }
    } catch (UndecodableAudio e) {
      throw fields.refusal(name, "is not playable: " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
