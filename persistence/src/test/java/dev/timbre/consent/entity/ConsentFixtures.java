package dev.timbre.consent.entity;

import static dev.timbre.testing.Moments.NOW;

import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;

/** Talents and what they agreed to. */
public final class ConsentFixtures {

  private ConsentFixtures() {}

  public static Talent talent() {
    return new Talent(NOW, "Tilda Talent", "tilda@example.org");
  }

  /** Telephone service for one brand, in Germany and Austria, in German, for a year. */
  public static ConsentScope phoneScope(UUID brandId) {
    return new ConsentScope(
        Set.of(brandId),
        Set.of(Purpose.CUSTOMER_SERVICE, Purpose.TRAINING),
        Set.of(Channel.PHONE),
        Set.of("DE", "AT"),
        Set.of("de"),
        NOW.minus(Duration.ofDays(1)),
        NOW.plus(Duration.ofDays(364)));
  }

  public static Consent phoneConsent(Talent talent, UUID brandId) {
    return new Consent(NOW, talent, phoneScope(brandId), "I agree.");
  }
}
