package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import java.net.URI;
import java.util.Base64;

/**
 * The song that a cover is made of: an address, the audio itself, or what {@link CoverPreparation}
 * found in it. The audio is 6 s to 6 min long, which only the provider measures. The text form
 * shows none of it.
 */
public final class CoverSource {

  private static final String FEATURE = "cover_feature_id";
  private static final int MOST_BYTES = 50 * 1024 * 1024;

  private final String field;
  private final String value;

  private CoverSource(String field, String value) {
    this.field = field;
    this.value = Check.notBlank(field, value);
  }

  /**
   * A song that the provider fetches.
   *
   * @throws InvalidRequest when the address is not http or https
   */
  public static CoverSource at(URI address) {
    return new CoverSource("audio_url", Check.webAddress("audio_url", address).toString());
  }

  /**
   * The song itself.
   *
   * @throws InvalidRequest when empty or over 50 MB
   */
  public static CoverSource of(byte[] audio) {
    if (audio.length == 0 || audio.length > MOST_BYTES) {
      throw new InvalidRequest(
          "audio_base64", audio.length + " bytes long", "1 to " + MOST_BYTES + " bytes");
    }
    return new CoverSource("audio_base64", Base64.getEncoder().encodeToString(audio));
  }

  /** What was found in a song; usable for 24 h. */
  public static CoverSource ofFeature(String coverFeatureId) {
    return new CoverSource(FEATURE, coverFeatureId);
  }

  /** This source, if it is a song and not what was found in one. */
  CoverSource requireSong() {
    if (field.equals(FEATURE)) {
      throw new InvalidRequest(FEATURE, "present", "audio_url or audio_base64");
    }
    return this;
  }

  void writeTo(Fields fields) {
    fields.text(field, value);
  }

  @Override
  public String toString() {
    return "CoverSource[" + field + "]";
  }
}
