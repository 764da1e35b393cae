package dev.timbre.provider.faces;

import dev.timbre.provider.entity.Dialect;
import dev.timbre.provider.entity.Prices;
import dev.timbre.provider.entity.ProviderAccount;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is typed about a provider account, before it is checked. */
public class AccountForm implements Serializable {

  private static final long serialVersionUID = 1L;

  private UUID id;
  private Long version;
  private Dialect dialect = Dialect.MINIMAX;
  private String name;
  private String baseUrl;
  private String keyReference;
  private String groupId;
  private String downloadHosts;
  private PricesForm prices = new PricesForm();

  static AccountForm of(ProviderAccount account, Prices prices) {
    AccountForm form = new AccountForm();
    form.id = account.getId();
    form.version = account.getVersion();
    form.dialect = account.getDialect();
    form.name = account.getName();
    form.baseUrl = account.getBaseUrl();
    form.keyReference = account.getKeyReference();
    form.groupId = account.getGroupId();
    form.downloadHosts = String.join(", ", account.getDownloadHosts());
    form.prices = PricesForm.of(prices);
    return form;
  }

  ProviderAccount.Connection connection() {
    Set<String> hosts =
        downloadHosts == null
            ? Set.of()
            : Arrays.stream(downloadHosts.split("[\\s,;]+", -1))
                .filter(host -> !host.isEmpty())
                .collect(Collectors.toSet());
    return new ProviderAccount.Connection(baseUrl, keyReference, groupId, hosts);
  }

  public UUID getId() {
    return id;
  }

  Long version() {
    return version;
  }

  public Dialect getDialect() {
    return dialect;
  }

  public void setDialect(Dialect dialect) {
    this.dialect = dialect;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(String baseUrl) {
    this.baseUrl = baseUrl;
  }

  public String getKeyReference() {
    return keyReference;
  }

  public void setKeyReference(String keyReference) {
    this.keyReference = keyReference;
  }

  public String getGroupId() {
    return groupId;
  }

  public void setGroupId(String groupId) {
    this.groupId = groupId;
  }

  public String getDownloadHosts() {
    return downloadHosts;
  }

  public void setDownloadHosts(String downloadHosts) {
    this.downloadHosts = downloadHosts;
  }

  public PricesForm getPrices() {
    return prices;
  }
}
