package dev.timbre.provider.client.wire;

import java.util.Optional;

/**
 * A successful answer, understood. Each kind has a static {@code read(Reply)} which throws when the
 * provider says no, or says nothing of the contract.
 */
public interface WireAnswer {

  /** The provider's id of the request, for its support. */
  Optional<String> traceId();
}
