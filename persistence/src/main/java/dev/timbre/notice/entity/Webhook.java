package dev.timbre.notice.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** An address of the company's own systems to which notices are posted. */
@Entity
@Table(name = "webhook")
public class Webhook extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int URL_LENGTH = 500;
  private static final Pattern REFERENCE = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  @Column(nullable = false, updatable = false, length = URL_LENGTH)
  private String url;

  @Column(name = "secret_reference", nullable = false, updatable = false)
  private String secretReference;

  @Column(name = "disabled_at")
  private Instant disabledAt;

  protected Webhook() {}

  /**
   * @param brandId whose notices go there; null for everybody's
   * @param url http or https, without user information
   * @param secretReference names the signing secret in the configuration
   * @throws Invalid when the address or the reference is malformed
   */
  public Webhook(Instant now, UUID brandId, String url, String secretReference) {
    super(now);
    if (secretReference == null || !REFERENCE.matcher(secretReference).matches()) {
      throw new Invalid(
          "secret-reference-malformed",
          "secretReference must be 1 to 61 lower-case letters, digits or hyphens; it names the"
              + " secret in the configuration.");
    }
    this.brandId = brandId;
    this.url = checked(url).toString();
    this.secretReference = secretReference;
  }

  private static URI checked(String url) {
    try {
      URI address = new URI(url == null ? "" : url.strip());
      boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
      if (web
          && address.getHost() != null
          && address.getRawUserInfo() == null
          && address.getRawFragment() == null
          && url.length() <= URL_LENGTH) {
        return address;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new Invalid(
        "webhook-url-malformed",
        "url must be an http or https address of at most "
            + URL_LENGTH
            + " characters without user name, for example https://hooks.example.org/timbre.");
  }

  /** Scheme, host and port, which is what an operator allows; for example https://example.org. */
  public String origin() {
    URI address = URI.create(url);
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
  }

  /**
   * Starts or stops posting, from the next notice on.
   *
   * @param disabledSince null to start again
   */
  public void setAccess(Instant disabledSince) {
    disabledAt = disabledSince;
  }

  public boolean isDisabled() {
    return disabledAt != null;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public String getUrl() {
    return url;
  }

  public String getSecretReference() {
    return secretReference;
  }
}
