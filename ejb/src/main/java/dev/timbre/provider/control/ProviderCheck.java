package dev.timbre.provider.control;

import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditOutcome;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderAccounts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

/** Asks an account whether it answers, on demand. */
@Stateless
@RolesAllowed({"admin", "administration"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ProviderCheck {

  @Inject Results results;
  @Inject SpeechProvider provider;

  /** The account with what was found, in words for people. */
  public ProviderAccount check(UUID accountId) {
    ProviderAccount account = results.read(accountId);
    try {
      return results.keep(accountId, AuditOutcome.DONE, null, provider.check(account));
    } catch (ProviderCallFailed e) {
      String text = (e.fault() + " " + e.fault().remedy()).strip();
      return results.keep(accountId, AuditOutcome.FAILED, e.fault().code(), text);
    } catch (BusinessException e) {
      return results.keep(accountId, AuditOutcome.FAILED, e.code(), e.getMessage());
    }
  }

  /** The transactions around the call. */
  @ApplicationScoped
  static class Results {

    @Inject ProviderAccounts accounts;
    @Inject AuditTrail trail;
    @Inject Clock clock;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public ProviderAccount read(UUID accountId) {
      return accounts.get(accountId);
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public ProviderAccount keep(UUID accountId, AuditOutcome outcome, String code, String text) {
      ProviderAccount account = accounts.get(accountId);
      account.checked(clock.instant(), text);
      trail.ended(AuditAction.ACCOUNT_CHECK, accountId, outcome, code, null);
      return account;
    }
  }
}
