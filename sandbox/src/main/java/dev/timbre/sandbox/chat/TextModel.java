package dev.timbre.sandbox.chat;

import java.util.List;
import java.util.Optional;

/**
 * A text model on offer.
 *
 * @param context most tokens of a prompt and its answer together
 * @param longest most tokens that may be asked for
 * @param reasons whether it thinks before it speaks
 * @param released Unix seconds, as the list of models shows it; the sandbox's own values
 */
record TextModel(String id, int context, int longest, boolean reasons, long released) {
  private static final int M3_CONTEXT = 1_000_000;
  private static final int M2_CONTEXT = 204_800;
  private static final int OLD_CONTEXT = 245_760;
  private static final int M3_LONGEST = 524_288;

  /** Newest first: MiniMax API reference, "Models". */
  static final List<TextModel> ALL =
      List.of(
          new TextModel("MiniMax-M3.1-Flash", M3_CONTEXT, M3_LONGEST, true, 1_785_000_000),
          new TextModel("MiniMax-M3.1-Flash-Preview", M3_CONTEXT, M3_LONGEST, true, 1_785_000_000),
          new TextModel("MiniMax-M3", M3_CONTEXT, M3_LONGEST, true, 1_780_000_000),
          m2("MiniMax-M2.7", 1_773_800_000),
          m2("MiniMax-M2.7-highspeed", 1_773_800_000),
          m2("MiniMax-M2.5", 1_770_800_000),
          m2("MiniMax-M2.5-highspeed", 1_770_800_000),
          m2("MiniMax-M2.1", 1_766_400_000),
          m2("MiniMax-M2.1-highspeed", 1_766_400_000),
          m2("MiniMax-M2", 1_761_500_000),
          new TextModel("M2-her", M2_CONTEXT, M2_CONTEXT, false, 1_760_000_000),
          new TextModel("MiniMax-M1", M3_CONTEXT, M3_LONGEST, true, 1_750_000_000),
          new TextModel("MiniMax-Text-01", M3_CONTEXT, M3_LONGEST, false, 1_736_800_000));

  private static TextModel m2(String id, long released) {
    return new TextModel(id, M2_CONTEXT, M2_CONTEXT, true, released);
  }

  /**
   * The model of that name, in any case. Old ones and older names are found though they are not
   * listed.
   */
  static Optional<TextModel> find(String id) {
    if (id.matches("(?i)MiniMax-M2\\.[15]-lightning")) {
      return Optional.of(m2(id, 1_766_400_000));
    }
    if (id.matches("abab6\\.5[a-z]?-chat")) {
      return Optional.of(new TextModel(id, OLD_CONTEXT, OLD_CONTEXT, false, 1_713_000_000));
    }
    return ALL.stream().filter(m -> m.id().equalsIgnoreCase(id)).findFirst();
  }
}
