package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;

/** How many bytes an answer may have before it is given up. */
final class AnswerSize {

  /** Lists of thousands of voices, and the longest texts, stay far below this. */
  private static final long PLAIN = 16L << 20;

  /** 10,000 characters spoken as 44.1 kHz stereo PCM in hex stay below this. */
  private static final long WITH_MEDIA = 512L << 20;

  /** An answer is held some times over while it is read: as bytes, as text, as what it means. */
  private static final long SHARE_OF_MEMORY = 8;

  private AnswerSize() {}

  /** The limit for an operation, in this JVM. */
  static long most(Operation operation) {
    return switch (operation) {
      case SPEAK, MAKE_MUSIC, DESIGN_VOICE, DRAW_IMAGES ->
          Math.max(PLAIN, Math.min(WITH_MEDIA, Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY));
      default -> PLAIN;
    };
  }
}
