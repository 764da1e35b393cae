package dev.timbre.voice.control.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** When accounts are compared, and by what measure. */
@ApplicationScoped
class ReconciliationConfig {

  private static final String NEVER = "never";

  /** Time of day (UTC) of the nightly comparison, or {@code never}. */
  @Inject
  @ConfigProperty(name = "timbre.voice.reconciliation.at", defaultValue = "03:00")
  String at;

  /** How far a provider's list may be behind its voices. */
  @Inject
  @ConfigProperty(name = "timbre.voice.reconciliation.lag", defaultValue = "PT5M")
  Duration lag;

  /** How long samples stay at a provider after they were uploaded. */
  @Inject
  @ConfigProperty(name = "timbre.provider.files-kept-for", defaultValue = "P1D")
  Duration filesKeptFor;

  /** A balance below this, in the account's currency, is a finding. */
  @Inject
  @ConfigProperty(name = "timbre.provider.balance-warning", defaultValue = "20")
  BigDecimal balanceWarning;

  Duration lag() {
    return lag;
  }

  Duration filesKeptFor() {
    return filesKeptFor;
  }

  BigDecimal balanceWarning() {
    return balanceWarning;
  }

  /** When the last nightly comparison was due; empty where there is none. */
  Optional<Instant> lastDue(Instant now) {
    if (NEVER.equals(at)) {
      return Optional.empty();
    }
    ZonedDateTime today = now.atZone(ZoneOffset.UTC).with(LocalTime.parse(at));
    return Optional.of((today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant());
  }
}
