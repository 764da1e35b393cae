package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.wire.WireObject;
import java.util.OptionalLong;

/** How many lines a batch has, and how many of them are done. Empty where nothing was said. */
public record BatchCounts(OptionalLong total, OptionalLong completed, OptionalLong failed) {

  static BatchCounts read(WireObject batch) {
    WireObject counts = batch.object("request_counts").orElse(WireObject.EMPTY);
    return new BatchCounts(
        counts.integer("total"), counts.integer("completed"), counts.integer("failed"));
  }
}
