package dev.timbre.provider.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One account at a provider: where it is, how it is spoken to, what it charges. */
@Entity
@Table(name = "provider_account")
public class ProviderAccount extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int NAME_LENGTH = 120;
  private static final Pattern KEY_REFERENCE = Pattern.compile("[a-z][a-z0-9-]{0,60}");
  private static final Pattern GROUP_ID = Pattern.compile("[0-9]{1,30}");
  private static final Pattern HOST = Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9.:-]*[a-z0-9])?");

  @Column(nullable = false, length = NAME_LENGTH)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private Dialect dialect;

  @Column(name = "base_url", nullable = false)
  private String baseUrl;

  @Column(name = "key_reference", nullable = false)
  private String keyReference;

  @Column(name = "group_id")
  private String groupId;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "download_hosts", nullable = false)
  private Set<String> downloadHosts;

  @Column(name = "is_default", nullable = false)
  private boolean preferred;

  @OneToMany(mappedBy = "account", cascade = CascadeType.PERSIST, fetch = FetchType.EAGER)
  @OrderBy("number")
  private List<PriceList> priceLists = new ArrayList<>();

  @Column(name = "checked_at")
  private Instant checkedAt;

  @Column(name = "check_result")
  private String checkResult;

  protected ProviderAccount() {}

  /**
   * How an account is reached.
   *
   * @param baseUrl https, or http to a loopback address
   * @param keyReference names the configuration property that holds the key
   * @param groupId digits; null where the provider needs none
   * @param downloadHosts hosts from which audio may be fetched, exact or {@code *.suffix}
   */
  public record Connection(
      String baseUrl, String keyReference, String groupId, Set<String> downloadHosts) {}

  public ProviderAccount(
      Instant now, String name, Dialect dialect, Connection connection, Prices prices) {
    super(now);
    this.dialect = dialect;
    reconnect(name, connection);
    // somebody must know the price of whatever the account does first
    priceLists.add(new PriceList(now, this, 1, Instant.EPOCH, prices));
  }

  /** Changes how the account is reached. */
  public void reconnect(String newName, Connection connection) {
    this.name = Texts.required("name", newName, NAME_LENGTH);
    this.baseUrl = checkedUrl(connection.baseUrl());
    this.keyReference =
        matching(
            "keyReference",
            connection.keyReference(),
            KEY_REFERENCE,
            "lower-case letters, digits and hyphens; it names timbre.provider.key.<reference>");
    this.groupId =
        connection.groupId() == null || connection.groupId().isBlank()
            ? null
            : matching("groupId", connection.groupId(), GROUP_ID, "1 to 30 digits");
    Set<String> hosts = connection.downloadHosts() == null ? Set.of() : connection.downloadHosts();
    hosts.forEach(host -> matching("downloadHosts", host, HOST, "host names or *.suffix"));
    this.downloadHosts = Set.copyOf(hosts);
  }

  /**
   * Adds a price list. One that begins with the last list, while that is not yet in force, takes
   * its place.
   *
   * @param wanted when it begins: now or later, and not before the last list begins
   * @throws Invalid when the list would change what was priced already
   */
  public PriceList reprice(Instant now, Instant wanted, Prices prices) {
    // what the database keeps; it would round, and the same moment given again be too early
    Instant validFrom = wanted.truncatedTo(ChronoUnit.MICROS);
    PriceList last = priceLists.get(priceLists.size() - 1);
    if (validFrom.isBefore(now)) {
      throw new Invalid(
              "price-list-in-the-past",
              "validFrom is "
                  + validFrom
                  + "; what was spoken keeps its price, so begin now or later.")
          .about(validFrom);
    }
    if (validFrom.isBefore(last.getValidFrom())) {
      throw new Invalid(
              "price-list-overlap",
              "validFrom is "
                  + validFrom
                  + " and list "
                  + last.getNumber()
                  + " begins on "
                  + last.getValidFrom()
                  + "; begin then, which replaces that list, or later.")
          .about(validFrom, last.getNumber(), last.getValidFrom());
    }
    PriceList added = new PriceList(now, this, last.getNumber() + 1, validFrom, prices);
    priceLists.add(added);
    return added;
  }

  /** The list in force: of those that have begun, the one that was added last. */
  public PriceList pricesAt(Instant moment) {
    return priceLists.stream()
        .filter(list -> !list.getValidFrom().isAfter(moment))
        .max(Comparator.comparingInt(PriceList::getNumber))
        .orElseThrow();
  }

  /** Every list by its number, those in force, those over and those to come. */
  public List<PriceList> getPriceLists() {
    return List.copyOf(priceLists);
  }

  /** New clones go to the preferred account unless another is named. */
  public void prefer(boolean yes) {
    this.preferred = yes;
  }

  /** Keeps what the last check found, in words for people. */
  public void checked(Instant now, String result) {
    this.checkedAt = now;
    this.checkResult = result;
  }

  private static String checkedUrl(String url) {
    try {
      URI uri = URI.create(url == null ? "" : url.strip());
      boolean https = "https".equals(uri.getScheme());
      boolean loopback = "http".equals(uri.getScheme()) && isLoopback(uri.getHost());
      if (uri.getHost() != null && uri.getUserInfo() == null && (https || loopback)) {
        String text = uri.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
      }
    } catch (IllegalArgumentException e) {
      // falls through to the one refusal below
    }
    throw new Invalid(
        "base-url-not-allowed",
        "baseUrl must be an https URL (http only to 127.0.0.1 or localhost), without user info.");
  }

  private static boolean isLoopback(String host) {
    return "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
  }

  private static String matching(String field, String text, Pattern pattern, String rule) {
    if (text == null || !pattern.matcher(text).matches()) {
      throw new Invalid(
          "provider-" + field.toLowerCase(Locale.ROOT) + "-malformed",
          field + " must be " + rule + ".");
    }
    return text;
  }

  public String getName() {
    return name;
  }

  public Dialect getDialect() {
    return dialect;
  }

  public String getBaseUrl() {
    return baseUrl;
  }

  public String getKeyReference() {
    return keyReference;
  }

  public String getGroupId() {
    return groupId;
  }

  public Set<String> getDownloadHosts() {
    return Set.copyOf(downloadHosts);
  }

  public boolean isPreferred() {
    return preferred;
  }

  public Instant getCheckedAt() {
    return checkedAt;
  }

  public String getCheckResult() {
    return checkResult;
  }
}
