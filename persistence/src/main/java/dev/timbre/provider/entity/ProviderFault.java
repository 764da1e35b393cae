package dev.timbre.provider.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a provider said when it did not do what was asked.
 *
 * @param code the provider's own code, for example {@code 2037}, or a word such as {@code timeout}
 *     where none came
 * @param message the provider's message, or ours where none came
 * @param traceId the provider's id of the call; may be null
 * @param remedy what a person can do about it
 */
@Embeddable
public record ProviderFault(
    @Column(name = "fault_code") String code,
    @Column(name = "fault_message") String message,
    @Column(name = "fault_trace_id") String traceId,
    @Column(name = "fault_remedy") String remedy) {

  private static final int MAX_TEXT = 1000;

  /** The first word of {@link #toString}, also behind what was said of it up to a colon. */
  private static final Pattern CODE =
      Pattern.compile("(?:[A-Z][a-z ]+: )?([a-z0-9-]+) .+", Pattern.DOTALL);

  /** Nothing was sent and nothing ever will be: the account's dialect does not offer it. */
  private static final String UNSUPPORTED = "operation-unsupported";

  public ProviderFault {
    message = shortened(message);
    remedy = shortened(remedy);
  }

  /** Whether the provider was not even asked, because its dialect has no such operation. */
  public boolean isUnsupported() {
    return UNSUPPORTED.equals(code);
  }

  private static String shortened(String text) {
    return text == null || text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT);
  }

  /**
   * The code in a sentence that was kept of a fault, for example in the detail of an operation;
   * empty when the sentence cannot tell a fault. It may still be any other word.
   */
  public static Optional<String> codeIn(String text) {
    return Optional.ofNullable(text)
        .map(CODE::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1));
  }

  @Override
  public String toString() {
    return code + " " + message + (traceId == null ? "" : " (trace " + traceId + ")");
  }
}
