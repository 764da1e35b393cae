package dev.timbre.voice.entity;

import java.security.SecureRandom;

/**
 * Makes the {@code voice_id} under which a provider knows a clone. It begins with the alias, so
 * that a person can recognise it in the provider's console, and ends with 80 random bits in base32,
 * so that nobody guesses it and none is ever made twice.
 *
 * <p>The provider wants 8 to 256 characters, a letter first, then letters, digits, {@code -} and
 * {@code _}, and neither of the two last (MiniMax API reference, voice clone).
 */
final class ProviderVoiceId {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int SUFFIX_LENGTH = 16;
  private static final int BASE32_MASK = 31;

  private ProviderVoiceId() {}

  static String generate(Alias alias) {
    StringBuilder id = new StringBuilder(alias.value().replace('.', '-')).append('-');
    for (int i = 0; i < SUFFIX_LENGTH; i++) {
      id.append(ALPHABET.charAt(RANDOM.nextInt() & BASE32_MASK));
    }
    return id.toString();
  }
}
