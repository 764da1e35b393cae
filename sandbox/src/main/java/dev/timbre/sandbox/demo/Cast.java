package dev.timbre.sandbox.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;

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

  Properties toProperties() {
    Properties properties = new Properties();
    properties.setProperty("api.key", apiKey);
    properties.setProperty("account", account);
    for (Player player : players) {
      properties.setProperty(player.role() + ".user", player.role());
      properties.setProperty(player.role() + ".password", player.password());
      properties.setProperty(player.role() + ".key", player.key());
    }
    return properties;
  }

  static Cast read(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    List<Player> players =
        PEOPLE.stream().map(p -> p.withKey(properties.getProperty(p.role() + ".key"))).toList();
    return new Cast(players, properties.getProperty("api.key"), properties.getProperty("account"));
  }

  /** Whoever sees the file sees all of it. */
  static void write(Properties properties, Path file, String comment) throws IOException {
    Path half = file.resolveSibling(file.getFileName() + ".new");
    try (Writer writer = Files.newBufferedWriter(half)) {
      properties.store(writer, comment);
    }
    Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public String toString() {
    return "Cast" + players;
  }
}
