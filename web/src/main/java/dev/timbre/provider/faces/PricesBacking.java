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
import java.util.Comparator;
import java.util.List;

/** What each account charges from when on, and how much it lets through. */
@Named("pricesPage")
@ViewScoped
public class PricesBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ProviderAccountRegister register;
  @Inject RateRegister rateRegister;
  @Inject Notices notices;
  @Inject Language language;
  @Inject PriceWords words;

  private List<ProviderAccount> accounts;
  private PriceForm priceForm = new PriceForm();
  private RateForm rateForm = new RateForm();

  @PostConstruct
  void begin() {
    accounts = register.all();
    words.changed();
    accounts.forEach(words::rates); // whoever may not see these may not see the page
  }

  public void addPrices() {
    register.addPrices(
        priceForm.getAccountId(),
        priceForm.validFrom(language.getZone()),
        priceForm.getPrices().typed());
    notices.done("prices.done.added");
    priceForm = new PriceForm();
    begin();
  }

  public void setRate() {
    rateRegister.set(
        rateForm.getAccountId(),
        rateForm.getModel().strip(),
        rateForm.getRequests(),
        rateForm.getCharacters());
    notices.done("rates.done.set");
    rateForm = new RateForm();
    begin();
  }

  public void lift(ProviderAccount account, RateLimit limit) {
    rateRegister.lift(account.getId(), limit.getModel());
    notices.done("rates.done.lifted");
    begin();
  }

  /** The newest first. */
  public List<PriceList> lists(ProviderAccount account) {
    return account.getPriceLists().stream()
        .sorted(Comparator.comparingInt(PriceList::getNumber).reversed())
        .toList();
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
