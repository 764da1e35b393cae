package dev.timbre.voice.faces;

import dev.timbre.platform.entity.Money;
import dev.timbre.provider.control.ProviderAccountRegister;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloningOptions;
import dev.timbre.voice.entity.Revision;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What a decision costs, as an upper bound: every character is counted as two billed units. */
@Named("prices")
@RequestScoped
public class Prices {

  private static final int MOST_UNITS_PER_CHARACTER = 2;

  @Inject ProviderAccountRegister register;
  @Inject Clock clock;

  private List<ProviderAccount> accounts;

  /** What making a provisional clone permanent costs. */
  public Money activation(Clone clone) {
    PriceList prices = account(clone.getAccountId()).pricesAt(clock.instant());
    return prices.voiceFee().plus(preview(prices, clone.getRevision().getOptions()));
  }

  /** The most that speaking so many units with a clone costs, the voice fee left aside. */
  public Money speaking(Clone clone, long units) {
    PriceList prices = account(clone.getAccountId()).pricesAt(clock.instant());
    return prices.characters(clone.getRevision().getOptions().model(), units);
  }

  /** What cloning a revision costs at once: its preview. Null while there is no account. */
  public Money cloning(Revision revision) {
    ProviderAccount preferred = preferred();
    return preferred == null
        ? null
        : preview(preferred.pricesAt(clock.instant()), revision.getOptions());
  }

  /** What the first speech adds later. Null while there is no account. */
  public Money voiceFee() {
    ProviderAccount preferred = preferred();
    return preferred == null ? null : preferred.pricesAt(clock.instant()).voiceFee();
  }

  public String accountName(UUID id) {
    return account(id).getName();
  }

  private static Money preview(PriceList prices, CloningOptions options) {
    String text = options.previewText();
    long units = (long) MOST_UNITS_PER_CHARACTER * text.codePointCount(0, text.length());
    return prices.characters(options.model(), units);
  }

  private ProviderAccount preferred() {
    return accounts().stream().filter(ProviderAccount::isPreferred).findFirst().orElse(null);
  }

  private ProviderAccount account(UUID id) {
    return accounts().stream()
        .filter(account -> account.getId().equals(id))
        .findFirst()
        .orElseGet(() -> register.get(id));
  }

  private List<ProviderAccount> accounts() {
    if (accounts == null) {
      accounts = register.all();
    }
    return accounts;
  }
}
