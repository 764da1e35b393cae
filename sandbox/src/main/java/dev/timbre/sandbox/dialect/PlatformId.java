package dev.timbre.sandbox.dialect;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;

/**
 * Hingnet's own ids of videos: {@code video_} and a ULID (48 bits of milliseconds, 80 bits, 26
 * digits of Crockford's base 32). Its low bits hold the provider's task id, so that nothing needs
 * to be remembered.
 */
final class PlatformId {
  private static final String PREFIX = "video_";
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 26;
  private static final int LOW_BITS = 80;

  private PlatformId() {}

  static String of(String taskId, Instant now) {
    BigInteger value =
        BigInteger.valueOf(now.toEpochMilli()).shiftLeft(LOW_BITS).or(new BigInteger(taskId));
    StringBuilder digits = new StringBuilder();
    for (int i = LENGTH - 1; i >= 0; i--) {
      digits.append(DIGITS.charAt(value.shiftRight(5 * i).intValue() & 31));
    }
    return PREFIX + digits;
  }

  /** The provider's id in one of these; empty for any other text. */
  static Optional<String> taskOf(String id) {
    if (!id.matches(PREFIX + "[" + DIGITS + "]{" + LENGTH + "}")) {
      return Optional.empty();
    }
    BigInteger value = BigInteger.ZERO;
    for (char digit : id.substring(PREFIX.length()).toCharArray()) {
      value = value.shiftLeft(5).or(BigInteger.valueOf(DIGITS.indexOf(digit)));
    }
    BigInteger low = BigInteger.ONE.shiftLeft(LOW_BITS).subtract(BigInteger.ONE);
    return Optional.of(value.and(low).toString());
  }
}
