package dev.timbre.sandbox.video;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The templates whose ids are published, with what each needs. What two of them need is not
 * published; those take anything.
 */
enum VideoTemplate {
  DIVING("392747428568649728", true, false),
  RUN_FOR_LIFE("393769180141805569", true, true),
  TRANSFORMERS("397087679467597833", true, false),
  STILL_RINGS("393881433990066176", true, false),
  WEIGHTLIFTING("393498001241890824", true, false),
  CLIMBING("393488336655310850", true, false),
  FIRST_UNNAMED("392753057216684038", false, false),
  SECOND_UNNAMED("394246956137422856", false, false);

  private final String id;
  private final boolean mediaNeeded;
  private final boolean textNeeded;

  VideoTemplate(String id, boolean mediaNeeded, boolean textNeeded) {
    this.id = id;
    this.mediaNeeded = mediaNeeded;
    this.textNeeded = textNeeded;
  }

  static List<String> ids() {
    return Arrays.stream(values()).map(template -> template.id).toList();
  }

  static Optional<VideoTemplate> withId(String id) {
    return Arrays.stream(values()).filter(template -> template.id.equals(id)).findFirst();
  }

  boolean needsMedia() {
    return mediaNeeded;
  }

  boolean needsText() {
    return textNeeded;
  }

  /** What the film shows before the texts. */
  String title() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
