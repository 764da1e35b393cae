package dev.timbre.provider.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.faces.Notices;
import dev.timbre.provider.control.ProviderAccountRegister;
import dev.timbre.provider.control.ProviderCheck;
import dev.timbre.provider.entity.Dialect;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The provider accounts: where they are, what they charge, whether they answer. */
@Named("providersPage")
@ViewScoped
public class ProvidersBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ProviderAccountRegister register;
  @Inject ProviderCheck check;
  @Inject PriceWords prices;
  @Inject Notices notices;
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
    form = AccountForm.of(account, prices.now(account));
  }

  /** Empties the form for a new account. */
  public void clear() {
    form = new AccountForm();
  }

  public void save() {
    if (form.getId() == null) {
      register.create(
          form.getName(), form.getDialect(), form.connection(), form.getPrices().typed());
    } else {
      register.update(
          form.getId(),
          form.version(),
          form.getName(),
          form.connection(),
          form.getPrices().typed());
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
