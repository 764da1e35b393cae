package dev.timbre.speech.control.label;

import dev.timbre.audit.proof.CanonicalJson;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The label of machine-made content in the words of GB 45438-2025, appendix E, which readers for
 * other territories understand as well. Its content number is the id of the speech.
 *
 * @param json ASCII
 */
public record AigcLabel(String json) {

  /** "Is machine-made", as against "may be" and "is suspected to be". */
  private static final String MADE = "1";

  /**
   * @param producer name or code of the company that makes the content
   */
  public static AigcLabel of(String producer, UUID speechId) {
    String json =
        Stream.of(
                member("Label", MADE),
                member("ContentProducer", producer),
                member("ProduceID", speechId.toString()),
                member("ReservedCode1", ""),
                member("ContentPropagator", ""),
                member("PropagateID", ""),
                member("ReservedCode2", ""))
            .collect(Collectors.joining(",", "{", "}"));
    return new AigcLabel(ascii(json));
  }

  private static String member(String name, String value) {
    return CanonicalJson.quoted(name) + ":" + CanonicalJson.quoted(value);
  }

  private static String ascii(String json) {
    StringBuilder escaped = new StringBuilder(json.length());
    for (char c : json.toCharArray()) {
      if (c < 0x7f) {
        escaped.append(c);
      } else {
        escaped.append(String.format("\\u%04x", (int) c));
      }
    }
    return escaped.toString();
  }
}
