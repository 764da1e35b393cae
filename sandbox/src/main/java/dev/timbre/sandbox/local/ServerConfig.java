package dev.timbre.sandbox.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How to start the server.
 *
 * @param home the provisioned WildFly; only read
 * @param template the base directory to copy configuration and deployments from
 * @param base the server's own base directory; what it remembers there is kept
 * @param httpPort on the loopback interface; 0 takes a free one
 * @param managementPort likewise
 * @param properties system properties; never secrets, since everybody may read a command line
 * @param environment added to our own; the place for secrets
 * @param javaOptions of the virtual machine, for example -Xmx512m
 */
public record ServerConfig(
    Path home,
    Path template,
    Path base,
    int httpPort,
    int managementPort,
    Map<String, String> properties,
    Map<String, String> environment,
    List<String> javaOptions) {

  public ServerConfig {
    properties = Map.copyOf(properties);
    environment = Map.copyOf(environment);
    javaOptions = List.copyOf(javaOptions);
  }

  /** The server with what is deployed in it, on free ports, with a log for people. */
  public static ServerConfig of(Path home, Path base) {
    Map<String, String> readable = Map.of("timbre.log.json", "false", "timbre.log.text", "true");
    Path template = home.resolve("standalone");
    return new ServerConfig(home, template, base, 0, 0, readable, Map.of(), List.of());
  }

  /** The same on fixed ports; 0 takes a free one. */
  public ServerConfig withPorts(int http, int management) {
    return new ServerConfig(
        home, template, base, http, management, properties, environment, javaOptions);
  }

  /** The same with another system property. */
  public ServerConfig withProperty(String name, String value) {
    Map<String, String> more = with(properties, name, value);
    return new ServerConfig(
        home, template, base, httpPort, managementPort, more, environment, javaOptions);
  }

  /** The same with another environment variable. */
  public ServerConfig withEnvironment(String name, String value) {
    Map<String, String> more = with(environment, name, value);
    return new ServerConfig(
        home, template, base, httpPort, managementPort, properties, more, javaOptions);
  }

  /** The same with these options of the virtual machine instead. */
  public ServerConfig withJavaOptions(String... options) {
    return new ServerConfig(
        home, template, base, httpPort, managementPort, properties, environment, List.of(options));
  }

  /** The same on this database, as both of its roles. */
  public ServerConfig withDatabase(LocalDatabase database) {
    return withProperty("timbre.db.url", database.jdbcUrl())
        .withProperty("timbre.db.user", LocalDatabase.USER)
        .withProperty("timbre.db.owner.user", LocalDatabase.OWNER)
        .withEnvironment("TIMBRE_DB_PASSWORD", database.password())
        .withEnvironment("TIMBRE_DB_OWNER_PASSWORD", database.ownerPassword());
  }

  private static Map<String, String> with(Map<String, String> some, String name, String value) {
    Map<String, String> more = new HashMap<>(some);
    more.put(name, value);
    return more;
  }

  /** Names of the environment variables only: their values may be secrets. */
  @Override
  public String toString() {
    return "ServerConfig[base=%s, ports=%d and %d, properties=%s, environment=%s]"
        .formatted(base, httpPort, managementPort, new TreeMap<>(properties), environment.keySet());
  }
}
