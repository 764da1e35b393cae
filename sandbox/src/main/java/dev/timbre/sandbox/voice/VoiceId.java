package dev.timbre.sandbox.voice;

import dev.timbre.sandbox.http.Fields;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The rule for ids that callers choose, and ids for voices without one. */
final class VoiceId {
  private static final Pattern VALID = Pattern.compile("[A-Za-z][A-Za-z0-9_-]{6,254}[A-Za-z0-9]");
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmssSS").withZone(ZoneOffset.UTC);
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  private static final int RANDOM_LETTERS = 8;

  private VoiceId() {}

  /** The {@code voice_id} of a request, which must have one. */
  static String require(Fields fields) {
    fields.requireText("voice_id");
    return find(fields).orElseThrow();
  }

  /** The {@code voice_id} of a request, if it has one. */
  static Optional<String> find(Fields fields) {
    Optional<String> voiceId = fields.text("voice_id").filter(id -> !id.isEmpty());
    if (voiceId.filter(id -> !VALID.matcher(id).matches()).isPresent()) {
      throw fields.refusal(
          "voice_id",
          "must have 8 to 256 characters, begin with a letter, hold only letters, digits, '-' and"
              + " '_', and not end with '-' or '_'");
    }
    return voiceId;
  }

  /** A new id for a designed voice, e.g. {@code ttv-voice-2026092114300126-q7WmZk2a}. */
  static String generate(Instant now) {
    StringBuilder id = new StringBuilder("ttv-voice-").append(STAMP.format(now)).append('-');
    RandomGenerator random = RandomGenerator.getDefault();
    for (int i = 0; i < RANDOM_LETTERS; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
