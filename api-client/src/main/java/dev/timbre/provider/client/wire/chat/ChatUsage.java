package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What the provider counted, in tokens.
 *
 * @param prompt what was asked, cached tokens included
 * @param completion what was answered, thoughts included
 * @param reasoning the thoughts in {@code completion}
 * @param cached what of {@code prompt} the provider still knew
 * @param characters a count of older models; 0 with the others
 */
public record ChatUsage(
    OptionalLong total,
    OptionalLong prompt,
    OptionalLong completion,
    OptionalLong reasoning,
    OptionalLong cached,
    OptionalLong characters) {

  /** Empty when the answer or chunk has none. */
  static Optional<ChatUsage> read(WireObject root) {
    return root.object("usage")
        .map(
            usage ->
                new ChatUsage(
                    usage.integer("total_tokens"),
                    usage.integer("prompt_tokens"),
                    usage.integer("completion_tokens"),
                    details(usage, "completion_tokens_details").integer("reasoning_tokens"),
                    details(usage, "prompt_tokens_details").integer("cached_tokens"),
                    usage.integer("total_characters")));
  }

  private static WireObject details(WireObject usage, String name) {
    return usage.object(name).orElse(WireObject.EMPTY);
  }
}
