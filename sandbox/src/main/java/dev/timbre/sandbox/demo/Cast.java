package dev.timbre.sandbox.demo;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Who takes part in the demo, with their keys.
 *
 * @param players the people
 * @param apiKey of the client, with every scope but administration
 * @param account the id of the provider account
 */
record Cast(List<Player> players, String apiKey, String account) {
  static final String ADMIN = "admin";
  static final String CURATOR = "curator";
  static final String APPROVER = "approver";
  static final String AUDITOR = "auditor";

  /** Without keys yet. */
  static final List<Player> PEOPLE =
      List.of(
          new Player(CURATOR, "Carla Curator", null),
          new Player(APPROVER, "Paul Approver", null),
          new Player(AUDITOR, "Aylin Auditor", null),
          new Player(ADMIN, "Administrator", null));

  Player player(String role) {
    return players.stream().filter(p -> p.role().equals(role)).findFirst().orElseThrow();
  }

  Map<String, String> toProperties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("api.key", apiKey);
    for (Player player : players) {
      properties.put(player.role() + ".user", player.role());
      properties.put(player.role() + ".password", player.password());
      properties.put(player.role() + ".key", player.key());
    }
    properties.put("sandbox.account", account);
    return properties;
  }

  static Cast read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    List<Player> players =
        PEOPLE.stream().map(p -> p.withKey(properties.getProperty(p.role() + ".key"))).toList();
    return new Cast(
        players, properties.getProperty("api.key"), properties.getProperty("sandbox.account"));
  }

  /**
   * Writes a file that shell scripts can read too: values as they are, where {@link
   * Properties#store} would put a backslash into every URL. Whoever sees the file sees all of it.
   */
  static void write(Map<String, String> properties, Path file) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    String text =
        properties.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue().replace("\\", "\\\\") + "\n")
            .collect(Collectors.joining());
    Files.writeString(half, text);
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String toString() {
    return "Cast" + players;
  }
}
