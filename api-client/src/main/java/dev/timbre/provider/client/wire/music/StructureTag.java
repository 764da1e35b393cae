package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.wire.Check;

/**
 * Says which part of a song the lines below it are; stands alone on a line of the lyrics. Open
 * (MiniMax API reference, "Music").
 */
public record StructureTag(String value) {

  public static final StructureTag INTRO = new StructureTag("Intro");
  public static final StructureTag VERSE = new StructureTag("Verse");
  public static final StructureTag PRE_CHORUS = new StructureTag("Pre Chorus");
  public static final StructureTag CHORUS = new StructureTag("Chorus");
  public static final StructureTag INTERLUDE = new StructureTag("Interlude");
  public static final StructureTag BRIDGE = new StructureTag("Bridge");
  public static final StructureTag OUTRO = new StructureTag("Outro");
  public static final StructureTag POST_CHORUS = new StructureTag("Post Chorus");
  public static final StructureTag TRANSITION = new StructureTag("Transition");
  public static final StructureTag BREAK = new StructureTag("Break");
  public static final StructureTag HOOK = new StructureTag("Hook");
  public static final StructureTag BUILD_UP = new StructureTag("Build Up");
  public static final StructureTag INSTRUMENTAL = new StructureTag("Inst");
  public static final StructureTag SOLO = new StructureTag("Solo");

  public StructureTag {
    Check.notBlank("lyrics", value);
  }

  /** The tag as it stands in lyrics: {@code [Verse]}. */
  @Override
  public String toString() {
    return "[" + value + "]";
  }
}
