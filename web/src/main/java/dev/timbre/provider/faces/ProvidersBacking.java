package dev.timbre.provider.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Words;
import dev.timbre.provider.control.ProviderAccountRegister;
import dev.timbre.provider.control.ProviderCheck;
import dev.timbre.provider.control.RateRegister;
import dev.timbre.provider.entity.Dialect;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.Prices;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;

/** The provider accounts: where they are, what they charge, whether they answer. */
@Named("providersPage")
@ViewScoped
public class ProvidersBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int ALL = 100;

  @Inject ProviderAccountRegister register;
  @Inject ProviderCheck check;
  @Inject Notices notices;
  @Inject RateRegister rates;
  @Inject Words words;
  @Inject Clock clock;
  @Inject Me me;

  private List<ProviderAccount> accounts;
  private AccountForm form = new AccountForm();

  @PostConstruct
  void begin() {
    if (!me.isAdmin() && !me.isAuditor()) {
      throw new NotAllowed(
          "access-denied", "Provider accounts are for administrators and auditors.");
    }
    accounts = register.all();
  }

  public void check(ProviderAccount account) {
    ProviderAccount checked = check.check(account.getId());
    notices.done("providers.done.checked", checked.getName());
    begin();
  }

  public void prefer(ProviderAccount account) {
    register.prefer(account.getId());
    notices.done("providers.done.preferred", account.getName());
    begin();
  }

  /** Fills the form with an account to change it. */
  public void change(ProviderAccount account) {
    form = AccountForm.of(account, prices(account).getPrices());
  }

  /** The list in force, in words. */
  public String priceText(ProviderAccount account) {
    PriceList list = prices(account);
    Prices prices = list.getPrices();
    String currency = prices.getCurrency();
    return words.fill(
        "providers.prices.text",
        words.price(prices.getHd(), currency),
        words.price(prices.getTurbo(), currency),
        words.price(prices.getVoiceFee(), currency),
        list.getNumber());
  }

  /** The limits that let less through at present because the provider complained. */
  public List<RateRegister.Rate> slowed(ProviderAccount account) {
    return rates.of(account.getId()).stream()
        .filter(rate -> rate.standing().percent() < ALL)
        .toList();
  }

  private PriceList prices(ProviderAccount account) {
    return account.pricesAt(clock.instant());
  }

  /** Empties the form for a new account. */
  public void clear() {
    form = new AccountForm();
  }

  public void save() {
    if (form.getId() == null) {
      register.create(form.getName(), form.getDialect(), form.connection(), form.prices());
    } else {
      register.update(
          form.getId(), form.version(), form.getName(), form.connection(), form.prices());
    }
    notices.done("providers.done.saved", form.getName());
    clear();
    begin();
  }

  public Dialect[] getDialects() {
    return Dialect.values();
  }

  public List<ProviderAccount> getAccounts() {
    return accounts;
  }

  public AccountForm getForm() {
    return form;
  }
}
