package dev.timbre.access.control;

import dev.timbre.access.entity.Sessions;
import dev.timbre.access.entity.SignInDelays;
import dev.timbre.platform.control.RequestContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Slows down those who guess passwords, by account and by network address. An address from which a
 * person came in before has a count of its own, so that nobody can keep them out by guessing
 * elsewhere. User names that nobody has are treated like any other.
 */
@ApplicationScoped
public class SignInGuard {

  /** How long an address counts as a person's own. */
  static final Duration KNOWN = Duration.ofDays(30);

  private static final String UNKNOWN_ADDRESS = "-";

  @Inject SignInDelays delays;
  @Inject Sessions sessions;
  @Inject AccessConfig config;
  @Inject RequestContext request;
  @Inject Clock clock;

  /** What an attempt is counted under. */
  public record Attempt(String account, String address) {}

  /**
   * Counts an attempt before the password is looked at; commits by itself.
   *
   * @throws SignInDelayed when it comes too soon; it is not counted then
   */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  public Attempt begin(String username) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    String address = request.address().orElse(UNKNOWN_ADDRESS);
    Instant now = clock.instant();
    boolean known = sessions.isKnownAt(name, address, now.minus(KNOWN));
    Attempt attempt =
        new Attempt(
            known ? "known " + address + " " + name : "account " + name,
            "address " + RequestContext.networkOf(address));
    claim(attempt.account(), config.accountRule(), now);
    claim(attempt.address(), config.addressRule(), now);
    return attempt;
  }

  private void claim(String what, SignInDelays.Rule rule, Instant now) {
    delays
        .claim(what, rule, now)
        .ifPresent(
            until -> {
              throw new SignInDelayed(Duration.between(now, until));
            });
  }

  /** The password was right. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void succeeded(Attempt attempt) {
    delays.forgive(attempt.account());
    delays.takeBack(attempt.address(), clock.instant());
  }
}
