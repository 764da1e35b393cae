package dev.timbre.provider.faces;

import dev.timbre.platform.faces.Words;
import dev.timbre.provider.control.RateRegister;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.Prices;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Says what accounts charge and let through at this moment. */
@Named("priceWords")
@RequestScoped
public class PriceWords {

  private static final int ALL = 100;

  @Inject RateRegister register;
  @Inject Words words;
  @Inject Clock clock;

  private final Map<UUID, List<RateRegister.Rate>> rates = new HashMap<>();

  /** What the account charges now. */
  public Prices now(ProviderAccount account) {
    return account.pricesAt(clock.instant()).getPrices();
  }

  /** The list in force, in words. */
  public String text(ProviderAccount account) {
    Prices prices = now(account);
    String currency = prices.getCurrency();
    return words.fill(
        "providers.prices.text",
        words.price(prices.getHd(), currency),
        words.price(prices.getTurbo(), currency),
        words.price(prices.getVoiceFee(), currency),
        account.pricesAt(clock.instant()).getNumber());
  }

  /** LIVE for the list in force, APPROVED for one to come, RETIRED for one that is over. */
  public String state(ProviderAccount account, PriceList list) {
    Instant now = clock.instant();
    if (account.pricesAt(now).equals(list)) {
      return "LIVE";
    }
    return list.getValidFrom().isAfter(now) ? "APPROVED" : "RETIRED";
  }

  /** Read once while a page is shown. */
  public List<RateRegister.Rate> rates(ProviderAccount account) {
    return rates.computeIfAbsent(account.getId(), register::of);
  }

  /** They were changed in this request. */
  void changed() {
    rates.clear();
  }

  /** The limits that let less through at present because the provider complained. */
  public List<RateRegister.Rate> slowed(ProviderAccount account) {
    return rates(account).stream().filter(rate -> rate.standing().percent() < ALL).toList();
  }
}
