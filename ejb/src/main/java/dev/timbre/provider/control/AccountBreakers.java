package dev.timbre.provider.control;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The breaker of each account on this node. */
@ApplicationScoped
public class AccountBreakers {

  private final Map<UUID, AccountBreaker> breakers = new ConcurrentHashMap<>();

  AccountBreaker of(UUID accountId) {
    return breakers.computeIfAbsent(accountId, id -> new AccountBreaker(System::nanoTime));
  }
}
