package dev.timbre.sandbox.music;

import dev.timbre.sandbox.model.Billing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of a song: one bar for each line that is sung, two for a section without words.
 *
 * @param bars in order, never empty
 */
record SongForm(List<Bar> bars) {
  /** What may stand in brackets, as the provider's music page lists it. */
  static final List<String> TAGS =
      List.of(
          "Intro",
          "Verse",
          "Pre Chorus",
          "Chorus",
          "Interlude",
          "Bridge",
          "Outro",
          "Post Chorus",
          "Transition",
          "Break",
          "Hook",
          "Build Up",
          "Inst",
          "Solo");

  private static final Pattern TAG = Pattern.compile("\\[([^\\[\\]]+?)(?:[ -]?\\d+)?\\]");
  private static final int WORDLESS_BARS = 2;
  private static final int WORDLESS_NOTES = 6;
  private static final int MOST_NOTES = 8;
  private static final int MOST_BARS = 60;

  /**
   * One bar.
   *
   * @param section tag in lower case; bars of one tag and place sound alike
   * @param place within its section, from 0
   * @param notes how many the melody has
   */
  record Bar(String section, int place, int notes) {}

  /** Reads lyrics: tags in any case, with or without a number; other brackets are sung. */
  static SongForm of(String lyrics) {
    List<Bar> bars = new ArrayList<>();
    String section = "verse";
    int place = 0;
    boolean tagOpen = false;
    for (String line : lyrics.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
      Matcher tag = TAG.matcher(line);
      if (tag.matches() && isTag(tag.group(1))) {
        addWordless(bars, section, tagOpen);
        section = tag.group(1).toLowerCase(Locale.ROOT);
        place = 0;
        tagOpen = true;
      } else {
        bars.add(new Bar(section, place++, Math.max(1, Math.min(MOST_NOTES, Billing.words(line)))));
        tagOpen = false;
      }
    }
    addWordless(bars, section, tagOpen || bars.isEmpty());
    return new SongForm(List.copyOf(bars.subList(0, Math.min(MOST_BARS, bars.size()))));
  }

  /** The form of a piece without words. */
  static SongForm instrumental() {
    return of("[Intro]\n[Inst]\n[Solo]\n[Build Up]\n[Inst]\n[Outro]");
  }

  /** The same over and over until it has so many bars, at least one. */
  SongForm stretchedTo(int count) {
    List<Bar> longer = new ArrayList<>();
    for (int i = 0; i < Math.max(1, Math.min(MOST_BARS * 4, count)); i++) {
      longer.add(bars.get(i % bars.size()));
    }
    return new SongForm(List.copyOf(longer));
  }

  private static boolean isTag(String name) {
    return TAGS.stream().anyMatch(name.strip()::equalsIgnoreCase);
  }

  private static void addWordless(List<Bar> bars, String section, boolean wordless) {
    for (int i = 0; wordless && i < WORDLESS_BARS; i++) {
      bars.add(new Bar(section, i, WORDLESS_NOTES));
    }
  }
}
