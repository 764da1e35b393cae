package dev.timbre.platform.control;

import dev.timbre.platform.entity.IdempotencyKey;
import dev.timbre.platform.entity.IdempotencyKeys;
import dev.timbre.platform.error.Invalid;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.Principal;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Makes a thing once per {@code Idempotency-Key}. The key is claimed in the transaction that makes
 * the thing, so both are there or neither is, whatever crashes.
 */
@ApplicationScoped
public class Idempotency {

  @Inject RequestContext request;
  @Inject Principal caller;
  @Inject IdempotencyKeys keys;
  @Inject RequestSeal seal;
  @Inject Clock clock;

  /**
   * Runs the supplier, or answers what it made the first time the caller used the request's key.
   * Without a key it just runs.
   *
   * @throws Invalid when the key was used for a different request
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public UUID once(Supplier<UUID> maker) {
    return request.idempotencyKey().map(key -> once(key, maker)).orElseGet(maker);
  }

  /**
   * Whether an earlier request came with the caller's key, so that nothing is made for this one.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean isRepeat() {
    return request
        .idempotencyKey()
        .map(value -> keys.get(new IdempotencyKey.Key(caller.getName(), value)))
        .isPresent();
  }

  private UUID once(String value, Supplier<UUID> maker) {
    IdempotencyKey.Key key = new IdempotencyKey.Key(caller.getName(), value);
    String digest = seal.of(request.digest());
    if (keys.claim(key, digest, clock.instant())) {
      UUID made = maker.get();
      keys.get(key).made(made);
      return made;
    }
    IdempotencyKey earlier = keys.get(key);
    if (!isSame(earlier, digest)) {
      throw new Invalid(
          "idempotency-key-reused",
          "This Idempotency-Key was used for a different request; take a new key for a new one.");
    }
    return earlier.getSubjectId();
  }

  /** Digests of keys that are older than the seal stand there without it. */
  private boolean isSame(IdempotencyKey earlier, String digest) {
    return earlier.getDigest().equals(digest) || earlier.getDigest().equals(request.digest());
  }
}
