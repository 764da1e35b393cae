package dev.timbre.sandbox.music;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Words for a song, made around what a prompt says: no poem, but of the right form.
 *
 * @param styleTags separated by commas
 */
record Lyrics(String title, String styleTags, String text) {
  private static final int TOPIC_WORDS = 6;
  private static final int TOPIC_LETTERS = 40;
  private static final List<String> STYLES =
      List.of("pop", "rock", "folk", "jazz", "blues", "electronic", "country", "ballad", "hip hop");

  /** Writes a whole song. */
  static Lyrics write(String prompt, String title) {
    String topic = topic(prompt);
    String text =
        """
        [Intro]
        [Verse]
        I hum a line of %1$s
        And tap it on the window glass
        The kettle hums along with me
        While slow and yellow buses pass
        [Chorus]
        Oh %1$s, oh %1$s
        I sing it twice and then once more
        [Verse]
        The neighbours know the tune by now
        They whistle it from floor to floor
        [Chorus]
        Oh %1$s, oh %1$s
        I sing it twice and then once more
        [Outro]
        """
            .formatted(topic)
            .strip();
    return new Lyrics(title.isBlank() ? capital(topic) : title, styles(prompt), text);
  }

  /** Adds a bridge about the prompt to given words; everything else stays as it is. */
  static Lyrics edit(String lyrics, String prompt, String title) {
    String bridge =
        """
        [Bridge]
        And now it turns to %s
        Before the song goes home\
        """
            .formatted(topic(prompt));
    String text = lyrics.isBlank() ? bridge : lyrics.strip() + "\n" + bridge;
    return new Lyrics(title.isBlank() ? capital(topic(prompt)) : title, styles(prompt), text);
  }

  private static String topic(String prompt) {
    String words =
        Arrays.stream(prompt.strip().split("\\s+"))
            .limit(TOPIC_WORDS)
            .collect(Collectors.joining(" "));
    int letters = words.codePointCount(0, words.length());
    String some = words.substring(0, words.offsetByCodePoints(0, Math.min(TOPIC_LETTERS, letters)));
    String plain = some.replaceAll("[\\p{Punct}\\s]+$", "");
    return plain.isEmpty() ? "a song" : plain;
  }

  private static String styles(String prompt) {
    String lower = prompt.toLowerCase(Locale.ROOT);
    List<String> named = STYLES.stream().filter(lower::contains).toList();
    return named.isEmpty() ? "pop, warm, mid-tempo" : String.join(", ", named);
  }

  private static String capital(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(Locale.ROOT) + text.substring(first);
  }
}
