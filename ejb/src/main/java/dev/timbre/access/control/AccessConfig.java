package dev.timbre.access.control;

import dev.timbre.access.entity.SignInDelays;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How long people stay in, and how long those who guess stay out. */
@ApplicationScoped
public class AccessConfig {

  /** Addresses see many people behind one gateway, so they may fail more often than an account. */
  private static final int PEOPLE_BEHIND_AN_ADDRESS = 10;

  /** After which earlier failures no longer count. */
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  /** A session ends when nothing is asked for so long. */
  @Inject
  @ConfigProperty(name = "timbre.access.session.idle", defaultValue = "PT1H")
  Duration idle;

  /** A session ends after this, however busy the person is. */
  @Inject
  @ConfigProperty(name = "timbre.access.session.longest", defaultValue = "PT12H")
  Duration longest;

  /** Failed sign-ins of one account without any delay. */
  @Inject
  @ConfigProperty(name = "timbre.access.sign-in.free-failures", defaultValue = "5")
  int freeFailures;

  @Inject
  @ConfigProperty(name = "timbre.access.sign-in.longest-delay", defaultValue = "PT15M")
  Duration longestDelay;

  /** How long an invitation's link opens anything. */
  @Inject
  @ConfigProperty(name = "timbre.access.invitation-validity", defaultValue = "PT72H")
  Duration invitationValidity;

  Duration idle() {
    return idle;
  }

  Duration longest() {
    return longest;
  }

  Duration invitationValidity() {
    return invitationValidity;
  }

  SignInDelays.Rule accountRule() {
    return new SignInDelays.Rule(freeFailures, longestDelay, FORGOTTEN);
  }

  SignInDelays.Rule addressRule() {
    return new SignInDelays.Rule(freeFailures * PEOPLE_BEHIND_AN_ADDRESS, longestDelay, FORGOTTEN);
  }
}
