package dev.timbre.provider.control;

import dev.timbre.platform.error.Conflict;
import dev.timbre.provider.client.ApiKey;
import dev.timbre.provider.client.Timeouts;
import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.dialect.DialectSettings;
import dev.timbre.provider.client.doctor.Place;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How providers are called. */
@ApplicationScoped
public class ProviderConfig {

  /** Prefix of the properties that hold the keys; an account names the rest. */
  public static final String KEY_PREFIX = "timbre.provider.key.";

  private static final String ALLOWED_HOSTS = "timbre.provider.allowed-hosts";

  /** The official API's host with a shorter way from America. */
  private static final String NEARER = "api-uw.minimax.io";

  private static final String DIALECT_PREFIX = "timbre.provider.dialect.";

  @Inject Config config;

  /** Until a connection stands. */
  @Inject
  @ConfigProperty(name = "timbre.provider.timeout.connect", defaultValue = "PT5S")
  Duration connect;

  /** For calls that the provider answers at once. */
  @Inject
  @ConfigProperty(name = "timbre.provider.timeout.read", defaultValue = "PT30S")
  Duration read;

  /** For a synthesis; the provider answers when all is spoken. */
  @Inject
  @ConfigProperty(name = "timbre.provider.timeout.speaking", defaultValue = "PT2M")
  Duration speaking;

  /** For a clone; the provider answers when the voice is ready. */
  @Inject
  @ConfigProperty(name = "timbre.provider.timeout.cloning", defaultValue = "PT3M")
  Duration cloning;

  /** For a whole upload or download. */
  @Inject
  @ConfigProperty(name = "timbre.provider.timeout.transfer", defaultValue = "PT5M")
  Duration transfer;

  /** Largest preview copied from a provider, in bytes. */
  @Inject
  @ConfigProperty(name = "timbre.provider.preview-max-bytes", defaultValue = "50000000")
  long previewMaxBytes;

  Timeouts timeouts() {
    return new Timeouts(connect, read, speaking, cloning, transfer);
  }

  /** After which a clone call that began surely no longer runs. */
  public Duration longestCloning() {
    return connect.plus(cloning).plus(read);
  }

  /** After which a synthesis that began surely no longer runs; a stream may stall once more. */
  public Duration longestSpeaking() {
    return connect.plus(speaking).plus(longestStream()).plus(speaking);
  }

  /** For the audio of one stream, once it has begun. */
  public Duration longestStream() {
    return transfer;
  }

  long previewMaxBytes() {
    return previewMaxBytes;
  }

  /** How the account's provider writes the operations, with what the configuration knows better. */
  Dialect dialect(ProviderAccount account) {
    String name = account.getDialect().name().toLowerCase(Locale.ROOT);
    Map<String, String> values = new HashMap<>();
    for (String setting : Dialect.settingNames(name)) {
      config
          .getOptionalValue(DIALECT_PREFIX + name + "." + setting, String.class)
          .ifPresent(value -> values.put(setting, value));
    }
    return Dialect.named(name, new DialectSettings(values, modelNames(name)));
  }

  private Map<String, String> modelNames(String dialect) {
    String property = DIALECT_PREFIX + dialect + ".models";
    Map<String, String> names = new HashMap<>();
    for (String pair : config.getOptionalValues(property, String.class).orElse(List.of())) {
      String[] parts = pair.split("=", 2);
      if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
        throw new Conflict(
            "provider-models-malformed",
            property + " must be official=theirs, separated by commas; found " + pair + ".");
      }
      names.put(parts[0].strip(), parts[1].strip());
    }
    return names;
  }

  /**
   * Sees to it that recordings and the operator's keys go to no host but those that the operator
   * allows: an account is made by whoever administers Timbre, a key belongs to who runs it.
   *
   * @param baseUrl of an account
   * @throws Conflict when the configuration does not allow its host
   */
  void requireAllowed(String baseUrl) {
    String host = host(URI.create(baseUrl));
    if (!isAllowed(host)) {
      throw new Conflict(
              "provider-host-not-allowed",
              "The configuration does not allow the host "
                  + host
                  + "; an operator can add it to "
                  + ALLOWED_HOSTS
                  + ".")
          .about(host);
    }
  }

  /** Where else the key of an account at a place may be shown to see whether it belongs there. */
  Stream<Place> othersToAsk(Place here) {
    boolean official =
        Place.official().stream().anyMatch(place -> place.base().equals(here.base()));
    return Place.official().stream()
        .filter(place -> official && !place.base().equals(here.base()))
        .filter(place -> isAllowed(host(place.base())));
  }

  private boolean isAllowed(String host) {
    return allowedHosts().anyMatch(allowed -> fits(allowed, host));
  }

  private static String host(URI base) {
    return base.getHost().toLowerCase(Locale.ROOT);
  }

  private Stream<String> allowedHosts() {
    return config
        .getOptionalValues(ALLOWED_HOSTS, String.class)
        .map(List::stream)
        .orElseGet(
            () ->
                Stream.concat(
                    Place.known().stream().map(place -> place.base().getHost()), Stream.of(NEARER)))
        .map(host -> host.strip().toLowerCase(Locale.ROOT));
  }

  private static boolean fits(String allowed, String host) {
    return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : host.equals(allowed);
  }

  /**
   * The key that an account's reference names.
   *
   * @throws Conflict when the configuration does not have it
   */
  ApiKey key(ProviderAccount account) {
    String property = KEY_PREFIX + account.getKeyReference();
    return config
        .getOptionalValue(property, String.class)
        .map(ApiKey::of)
        .orElseThrow(
            () ->
                new Conflict(
                        "provider-key-missing",
                        "The configuration has no "
                            + property
                            + "; an operator must set it, for example as an environment variable.")
                    .about(property));
  }
}
