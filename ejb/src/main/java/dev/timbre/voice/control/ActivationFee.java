package dev.timbre.voice.control;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloningOptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** What making a clone permanent costs at most: the voice fee, and its preview text spoken once. */
@ApplicationScoped
public class ActivationFee {

  /** A provider counts some characters twice (see the rule on reservations). */
  private static final int MOST_UNITS_PER_CHARACTER = 2;

  @Inject ProviderAccounts accounts;
  @Inject Clock clock;

  /**
   * @param most what somebody agreed to pay; null for whatever it costs
   * @throws Conflict when it costs more by now
   * @throws dev.timbre.platform.error.Invalid when it is in another currency
   */
  public void requireAtMost(Clone clone, Money most) {
    if (most == null || of(clone).compareTo(most) <= 0) {
      return;
    }
    throw new Conflict(
            "activation-dearer",
            "Activating the clone costs up to "
                + of(clone)
                + " now, more than the "
                + most
                + " that was agreed to; look at the price and decide again.")
        .about(of(clone), most);
  }

  public Money of(Clone clone) {
    PriceList prices = accounts.get(clone.getAccountId()).pricesAt(clock.instant());
    CloningOptions options = clone.getRevision().getOptions();
    String text = options.previewText();
    long units = (long) MOST_UNITS_PER_CHARACTER * text.codePointCount(0, text.length());
    return prices.voiceFee().plus(prices.characters(options.model(), units));
  }
}
