package dev.timbre.voice.faces;

import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.faces.Notices;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.voice.control.reconciliation.ReconciliationOrders;
import dev.timbre.voice.entity.Reconciliation;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What the last comparison with an account found; read once for each request. */
@Named("reconciliations")
@RequestScoped
public class ReconciliationBacking {

  @Inject ReconciliationOrders orders;
  @Inject Notices notices;

  private final Map<UUID, Optional<Reconciliation>> latest = new HashMap<>();

  /** Null when the account was never compared. */
  public Reconciliation latest(ProviderAccount account) {
    return latest.computeIfAbsent(account.getId(), orders::findLatest).orElse(null);
  }

  /** The comparison under way; null when none is. */
  public Operation underWay(ProviderAccount account) {
    return orders.findUnderWay(account.getId()).orElse(null);
  }

  public void order(ProviderAccount account) {
    orders.order(account.getId());
    notices.done("reconciliation.ordered", account.getName());
  }
}
