package dev.timbre.provider.faces;

import dev.timbre.platform.faces.Language;
import dev.timbre.platform.faces.Notices;
import dev.timbre.provider.control.ProviderAccountRegister;
import dev.timbre.provider.control.RateRegister;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.RateLimit;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What each account charges from when on, and how much it lets through. */
@Named("pricesPage")
@ViewScoped
public class PricesBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ProviderAccountRegister register;
  @Inject RateRegister rateRegister;
  @Inject Notices notices;
  @Inject Language language;
  @Inject Clock clock;

  private List<ProviderAccount> accounts;
  private PriceForm priceForm = new PriceForm();
  private RateForm rateForm = new RateForm();
  private transient Map<UUID, List<RateRegister.Rate>> rates;

  @PostConstruct
  void begin() {
    accounts = register.all();
    accounts.forEach(account -> rates(account)); // only for those who may see them
  }

  public void addPrices() {
    register.addPrices(
        priceForm.getAccountId(), priceForm.validFrom(language.getZone()), priceForm.prices());
    notices.done("prices.done.added");
    priceForm = new PriceForm();
    again();
  }

  public void setRate() {
    rateRegister.set(
        rateForm.getAccountId(),
        rateForm.getModel().strip(),
        rateForm.getRequests(),
        rateForm.getCharacters());
    notices.done("rates.done.set");
    rateForm = new RateForm();
    again();
  }

  public void lift(ProviderAccount account, RateLimit limit) {
    rateRegister.lift(account.getId(), limit.getModel());
    notices.done("rates.done.lifted");
    again();
  }

  private void again() {
    rates = null;
    begin();
  }

  /** The newest first. */
  public List<PriceList> lists(ProviderAccount account) {
    return account.getPriceLists().stream()
        .sorted(Comparator.comparingInt(PriceList::getNumber).reversed())
        .toList();
  }

  /** LIVE for the list in force, APPROVED for one to come, RETIRED for one that is over. */
  public String state(ProviderAccount account, PriceList list) {
    Instant now = clock.instant();
    if (account.pricesAt(now).equals(list)) {
      return "LIVE";
    }
    return list.getValidFrom().isAfter(now) ? "APPROVED" : "RETIRED";
  }

  public List<RateRegister.Rate> rates(ProviderAccount account) {
    if (rates == null) {
      rates = new HashMap<>();
    }
    return rates.computeIfAbsent(account.getId(), rateRegister::of);
  }

  public List<ProviderAccount> getAccounts() {
    return accounts;
  }

  public PriceForm getPriceForm() {
    return priceForm;
  }

  public RateForm getRateForm() {
    return rateForm;
  }
}
