package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.wire.Check;
import java.util.stream.Stream;

/**
 * How far an ordered synthesis is. Open; the known ones are recognised in any case, since the
 * provider's own pages differ in it.
 */
public record LongSpeechStatus(String value) {

  public static final LongSpeechStatus PROCESSING = new LongSpeechStatus("Processing");
  public static final LongSpeechStatus SUCCESS = new LongSpeechStatus("Success");
  public static final LongSpeechStatus FAILED = new LongSpeechStatus("Failed");

  /** Spoken, but its result can no longer be fetched. */
  public static final LongSpeechStatus EXPIRED = new LongSpeechStatus("Expired");

  public LongSpeechStatus {
    String written = Check.notBlank("status", value).strip();
    value =
        Stream.of("Processing", "Success", "Failed", "Expired")
            .filter(written::equalsIgnoreCase)
            .findFirst()
            .orElse(written);
  }

  /** Whether it will change no more, as far as is known. */
  public boolean isLast() {
    return equals(SUCCESS) || equals(FAILED) || equals(EXPIRED);
  }

  @Override
  public String toString() {
    return value;
  }
}
