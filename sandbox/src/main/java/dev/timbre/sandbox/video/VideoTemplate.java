package dev.timbre.sandbox.video;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The templates whose ids are published, with what each needs. */
enum VideoTemplate {
  DIVING("392747428568649728", true, false),
  RUN_FOR_LIFE("393769180141805569", true, true),
  TRANSFORMERS("397087679467597833", true, false),
  STILL_RINGS("393881433990066176", true, false),
  WEIGHTLIFTING("393498001241890824", true, false),
  CLIMBING("393488336655310850", true, false),
  DIVING_CHINA("392753057216684038", true, false),
  LABUBU("394246956137422856", true, false),
  PET_COURIER("393879757702918151", true, false),
  TIBETAN_PORTRAIT("393766210733957121", true, false),
  HARD_LIFE("394125185182695432", false, true),
  WINTER_PORTRAIT("393857704283172864", true, false),
  FOUR_SEASONS("398574688191234048", true, false),
  WOMAN_TRIES_ON("393866076583718914", true, false),
  MAN_TRIES_ON("393876118804459526", true, false);

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
