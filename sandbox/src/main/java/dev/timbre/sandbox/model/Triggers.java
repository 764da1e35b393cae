package dev.timbre.sandbox.model;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words by which a user of the sandbox provokes verdicts that the real service reaches with
 * content classifiers and speech recognition, which the sandbox has not.
 *
 * <ul>
 *   <li>{@code prohibited-content} or {@code 违禁内容} in a text or a sample's file name: 1026
 *   <li>{@code prohibited-output} in a text: 1027
 *   <li>{@code risk-1} to {@code risk-7} in a sample's file name or a clone's preview text: the
 *       clone succeeds with {@code input_sensitive} true and that type
 *   <li>{@code mismatch} in a sample's file name: 1043 if {@code text_validation} was given; in a
 *       prompt's file name: 1044
 *   <li>{@code blocked-1} to {@code blocked-9} in an image prompt: that many of the images fail
 *   <li>{@code failed-task} in a prompt: the task is accepted and fails
 * </ul>
 */
public final class Triggers {
  private static final List<String> PROHIBITED = List.of("prohibited-content", "违禁内容");
  private static final Pattern RISK = Pattern.compile("risk-([1-7])");
  private static final Pattern BLOCKED = Pattern.compile("blocked-([1-9])");

  private Triggers() {}

  /**
   * Checks a text or file name.
   *
   * @throws Refusal 1026 or 1027
   */
  public static void check(String text) {
    checkInput(text);
    checkOutput(text);
  }

  /**
   * Checks what goes in.
   *
   * @throws Refusal 1026
   */
  public static void checkInput(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (PROHIBITED.stream().anyMatch(lower::contains)) {
      throw Code.INPUT_SENSITIVE.refusal();
    }
  }

  /**
   * Checks what would come out.
   *
   * @throws Refusal 1027
   */
  public static void checkOutput(String text) {
    if (isOutputProhibited(text)) {
      throw Code.OUTPUT_SENSITIVE.refusal();
    }
  }

  /** Whether what is made of a text may not be shown. */
  public static boolean isOutputProhibited(String text) {
    return text.toLowerCase(Locale.ROOT).contains("prohibited-output");
  }

  /** The risk type a text or file name asks for; 0 for none. */
  public static int risk(String text) {
    return digitOf(RISK, text);
  }

  /** How many images a prompt wants to fail; 0 for none. */
  public static int blocked(String prompt) {
    return digitOf(BLOCKED, prompt);
  }

  /** Whether a prompt asks for a task that fails. */
  public static boolean isFailing(String prompt) {
    return prompt.toLowerCase(Locale.ROOT).contains("failed-task");
  }

  private static int digitOf(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text.toLowerCase(Locale.ROOT));
    return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  /** Whether a file name asks for a failed comparison with a transcript. */
  public static boolean isMismatch(String filename) {
    return filename.toLowerCase(Locale.ROOT).contains("mismatch");
  }
}
