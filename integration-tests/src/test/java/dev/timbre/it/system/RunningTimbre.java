package dev.timbre.it.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.provider.Provider;
import dev.timbre.sandbox.SandboxConfig;
import dev.timbre.sandbox.local.DatabaseConfig;
import dev.timbre.sandbox.local.LocalDatabase;
import dev.timbre.sandbox.local.LocalServer;
import dev.timbre.sandbox.local.ServerConfig;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

/** PostgreSQL, the provider and the server with the EAR, each of which can fail. */
public final class RunningTimbre implements AutoCloseable {

  /** Time-outs of provider calls: short, so that tests need not wait for long ones. */
  public static final Duration LONGEST_CALL = Duration.ofSeconds(4);

  /** What opens the empty database; also what must never be found in a log. */
  public static final String FIRST_SECRET = "first-" + UUID.randomUUID();

  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final LocalDatabase database;
  private final Provider provider;
  private final Timbre anybody;
  private LocalServer server;
  private String adminKey;
  private String adminId;
  private String accountId;
  private Company company;
  private Keycloak keycloak;

  private RunningTimbre(LocalDatabase database, Provider provider) {
    this.database = database;
    this.provider = provider;
    this.anybody = Timbre.at(this::uri);
  }

  /**
   * Starts everything anew.
   *
   * @param directory belongs to this run alone
   */
  public static RunningTimbre start(Path directory) throws IOException, InterruptedException {
    return start(directory, (config, provider) -> config);
  }

  /**
   * As above, with further settings.
   *
   * @param more from the usual settings and the provider
   */
  public static RunningTimbre start(
      Path directory, BiFunction<ServerConfig, Provider, ServerConfig> more)
      throws IOException, InterruptedException {
    LocalDatabase database = LocalDatabase.start(DatabaseConfig.fresh(directory.resolve("db")));
    Provider provider = new Provider(directory.resolve("provider-" + UUID.randomUUID()));
    RunningTimbre running = new RunningTimbre(database, provider);
    ServerConfig config = AccessSettings.addedTo(config(directory, database));
    running.serve(more.apply(config, provider));
    running.furnish();
    return running;
  }

  private static ServerConfig config(Path directory, LocalDatabase database) {
    String calls = LONGEST_CALL.toString();
    Path base = directory.resolve("server-" + UUID.randomUUID());
    return ServerConfig.of(Path.of(System.getProperty("timbre.server")), base)
        .withProperty("timbre.audit.witness.file", witness(base).toString())
        .withDatabase(database)
        .withJavaOptions("-Xmx768m", "-Djava.net.preferIPv4Stack=true")
        .withProperty("timbre.provider.timeout.cloning", calls)
        .withProperty("timbre.provider.timeout.speaking", calls)
        .withProperty("timbre.provider.timeout.read", calls)
        .withProperty("timbre.provider.timeout.transfer", calls)
        .withProperty("timbre.provider.timeout.connect", "PT1S")
        .withProperty("timbre.platform.operation-lease", "PT15S")
        .withProperty("timbre.voice.reconciliation.lag", "PT0S")
        // whatever the time of day is, only tests order comparisons
        .withProperty("timbre.voice.reconciliation.at", "never")
        // the provider's clock may be far ahead of ours here
        .withProperty("timbre.provider.files-kept-for", "-P100D")
        .withProperty("timbre.speech.abandoned-after", "PT15S")
        // a complaint that one test provokes must not hold back the others
        .withProperty("timbre.provider.rate-learned", "600000")
        .withEnvironment("TIMBRE_ACCESS_FIRST_ADMIN_SECRET", FIRST_SECRET)
        .withEnvironment("TIMBRE_PROVIDER_KEY_SANDBOX", SandboxConfig.DEMO_KEY)
        .withEnvironment("TIMBRE_PROVIDER_KEY_AIPING", SandboxConfig.AIPING_KEY)
        .withEnvironment("TIMBRE_PROVIDER_KEY_HINGNET", SandboxConfig.HINGNET_KEY)
        .withEnvironment("TIMBRE_PROVIDER_KEY_DMXAPI", SandboxConfig.DMXAPI_KEY)
        .withEnvironment("TIMBRE_PROVIDER_KEY_COMPARED", "sk-api-compared")
        .withEnvironment("TIMBRE_PROVIDER_KEY_MISTYPED", "sk-api-of-nobody");
  }

  private static Path witness(Path base) {
    return base.resolveSibling(base.getFileName() + "-witness.txt");
  }

  /** Where checkpoints of the log are kept outside of the database. */
  public Path witness() {
    return witness(server.config().base());
  }

  private void serve(ServerConfig config) throws IOException, InterruptedException {
    server = LocalServer.start(config);
    server.awaitReady(START_LIMIT);
  }

  /**
   * The first administrator comes in by the secret and gets a key; the provider gets an account.
   */
  private void furnish() {
    Map<String, String> credentials = Map.of("username", "admin", "password", FIRST_SECRET);
    Answer session =
        anybody.with("Origin", uri().toString()).post("session", credentials).expect(200);
    String cookie = session.header("Set-Cookie").replaceFirst(";.*", "");
    Timbre signedIn = anybody.with("Cookie", cookie).with("Origin", uri().toString());
    adminId = session.text("person");
    Map<String, String> key = Map.of("label", "admin", "person", adminId);
    adminKey = signedIn.post("keys", key).expect(201).text("secret");
    accountId =
        admin()
            .post("provider-accounts", account("minimax", "sandbox", provider.address()))
            .expect(201)
            .id();
    furnishConsole();
    // where there is one brand only, whoever acts for it acts for every brand
    admin().post("brands", Map.of("slug", "another", "name", "Another")).expect(201);
  }

  /** People who try a voice do it under the console's own budget. */
  private void furnishConsole() {
    String console =
        admin().get("clients").expect(200).items().stream()
            .filter(client -> client.path("console").asBoolean())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asText();
    Map<String, String> limit = Map.of("amount", "1000", "currency", "CNY");
    admin().post("budgets", Map.of("client", console, "monthlyLimit", limit)).expect(201);
  }

  /** A provider account; the name of its key is its own. */
  private static Map<String, Object> account(String dialect, String key, URI provider) {
    return Map.of(
        "name",
        key,
        "dialect",
        dialect,
        "baseUrl",
        provider.toString(),
        "keyReference",
        key,
        "downloadHosts",
        List.of(),
        "prices",
        Map.of("currency", "CNY", "hd", "3.5", "turbo", "2", "voiceFee", "9.9"));
  }

  /** Looks for the provider elsewhere, over new connections. */
  public void lookForTheProviderAt(URI address) {
    String path = "provider-accounts/" + accountId;
    String tag = admin().get(path).expect(200).tag();
    admin().ifMatch(tag).put(path, account("minimax", "sandbox", address)).expect(200);
  }

  /** Forgets what the provider's complaints taught, which would slow down everybody's speech. */
  public void liftRates() {
    String rates = "provider-accounts/" + accountId + "/rates";
    for (JsonNode rate : admin().get(rates).expect(200).items()) {
      admin().delete(rates + "/" + rate.path("model").asText());
    }
  }

  /** A further account at the same provider, by a key that the server knows under that name. */
  public String anotherAccount(String dialect, String key) {
    return admin()
        .post("provider-accounts", account(dialect, key, provider.address()))
        .expect(201)
        .id();
  }

  /** Does something while new clones go to that account. */
  public void preferring(String account, Runnable what) {
    admin().post("provider-accounts/" + account + "/preference", Map.of()).expect(200);
    try {
      what.run();
    } finally {
      admin().post("provider-accounts/" + accountId + "/preference", Map.of()).expect(200);
    }
  }

  /** Ends the server as a power cut would. */
  public void kill() {
    try {
      server.kill();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts the server again, where it was, on what it left behind. */
  public void startAgain() throws IOException, InterruptedException {
    serve(server.config());
  }

  /** How the server was started, for another node beside it. */
  public ServerConfig config() {
    return server.config();
  }

  public LocalDatabase database() {
    return database;
  }

  public Provider provider() {
    return provider;
  }

  public URI uri() {
    return server.uri();
  }

  /** The console log of all runs of the server. */
  public Path log() {
    return server.log();
  }

  /** Of the server's process. */
  public long pid() {
    return server.process().pid();
  }

  /** A caller without a key. */
  public Timbre anybody() {
    return anybody;
  }

  public Timbre admin() {
    return anybody.withKey(adminKey);
  }

  /** The first administrator's own id. */
  public String adminId() {
    return adminId;
  }

  /** The identity provider that the server is configured for, running now. */
  public synchronized Keycloak keycloak() {
    if (keycloak == null) {
      keycloak = AccessSettings.startKeycloak(server.config());
    }
    return keycloak;
  }

  /** A company for tests that do no harm to it. */
  public synchronized Company company() {
    if (company == null) {
      company = Company.founded(admin());
    }
    return company;
  }

  public VoiceCase aDraftVoice() {
    return company().aDraftVoice(provider);
  }

  /** Approved, cloned and heard, but not accepted. */
  public VoiceCase aClonedVoice() {
    return aDraftVoice().cloned();
  }

  /** One that speaks; its clone is provisional. */
  public VoiceCase aLiveVoice() {
    return aDraftVoice().live();
  }

  @Override
  public void close() throws IOException {
    if (keycloak != null) {
      keycloak.close();
    }
    server.close();
    provider.close();
    database.close();
  }
}
