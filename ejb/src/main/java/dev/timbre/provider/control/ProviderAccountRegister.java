package dev.timbre.provider.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.control.VersionCheck;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.entity.Dialect;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.Prices;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderAccounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Keeps the provider accounts. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "administration"})
public class ProviderAccountRegister {

  @Inject ProviderAccounts accounts;
  @Inject ProviderConfig config;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * The first account is the preferred one.
   *
   * @throws Conflict when the name is taken, or the configuration does not allow the host
   */
  @Audited(AuditAction.ACCOUNT_CREATE)
  @RolesAllowed({"admin", "administration"})
  public UUID create(
      String name, Dialect dialect, ProviderAccount.Connection connection, Prices prices) {
    return idempotency.once(
        () -> {
          ProviderAccount account =
              new ProviderAccount(clock.instant(), name, dialect, connection, prices);
          config.requireAllowed(account.getBaseUrl());
          List<ProviderAccount> others = accounts.all();
          if (others.stream().anyMatch(other -> other.getName().equals(account.getName()))) {
            throw new Conflict("account-name-taken", "There is already an account of that name.");
          }
          account.prefer(others.isEmpty());
          accounts.add(account);
          trail.done(
              AuditAction.ACCOUNT_CREATE,
              account.getId(),
              Change.to("baseUrl", account.getBaseUrl()),
              Change.to("keyReference", account.getKeyReference()));
          return account.getId();
        });
  }

  /**
   * Changes how an account is reached and, from now on, what it charges.
   *
   * @throws Conflict when the configuration does not allow the host
   */
  @Audited(AuditAction.ACCOUNT_UPDATE)
  @RolesAllowed({"admin", "administration"})
  public ProviderAccount update(
      UUID id, Long version, String name, ProviderAccount.Connection connection, Prices prices) {
    ProviderAccount account = VersionCheck.of(accounts.getForChange(id), version);
    Change baseUrl = Change.of("baseUrl", account.getBaseUrl(), connection.baseUrl());
    Change key = Change.of("keyReference", account.getKeyReference(), connection.keyReference());
    Instant now = clock.instant();
    account.reconnect(name, connection);
    config.requireAllowed(account.getBaseUrl());
    trail.done(AuditAction.ACCOUNT_UPDATE, id, baseUrl, key);
    if (!account.pricesAt(now).getPrices().isSameAs(prices)) {
      reprice(account, now, now, prices);
    }
    return account;
  }

  /**
   * Adds a price list.
   *
   * @param validFrom null for at once
   */
  @Audited(AuditAction.ACCOUNT_PRICE)
  @RolesAllowed({"admin", "administration"})
  public UUID addPrices(UUID id, Instant validFrom, Prices prices) {
    return idempotency.once(
        () -> {
          Instant now = clock.instant();
          Instant begin = validFrom == null ? now : validFrom;
          return reprice(accounts.getForChange(id), now, begin, prices).getId();
        });
  }

  private PriceList reprice(
      ProviderAccount account, Instant now, Instant validFrom, Prices prices) {
    PriceList added = account.reprice(now, validFrom, prices);
    trail.done(
        AuditAction.ACCOUNT_PRICE,
        account.getId(),
        Change.to("priceVersion", added.getNumber()),
        Change.to("validFrom", added.getValidFrom()));
    return added;
  }

  /** New clones go to this account from now on. */
  @Audited(AuditAction.ACCOUNT_UPDATE)
  @RolesAllowed({"admin", "administration"})
  public ProviderAccount prefer(UUID id) {
    ProviderAccount chosen = accounts.get(id);
    accounts.preferOnly(chosen);
    trail.done(AuditAction.ACCOUNT_UPDATE, id, Change.to("preferred", true));
    return chosen;
  }

  public ProviderAccount get(UUID id) {
    return accounts.get(id);
  }

  public Page<ProviderAccount> page(PageRequest request) {
    return accounts.page(request);
  }

  /** All of them; a company has few. */
  public List<ProviderAccount> all() {
    return accounts.all();
  }
}
