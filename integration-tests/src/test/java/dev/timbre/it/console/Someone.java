package dev.timbre.it.console;

import dev.timbre.it.client.Timbre;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A person with a password. */
record Someone(String id, String username, String name, String password) {

  /**
   * A new person with one grant.
   *
   * @param brand null for all brands
   */
  static Someone with(Timbre admin, String name, String role, String brand) {
    String username = role + "-" + UUID.randomUUID().toString().substring(0, 8);
    String password = "correct horse " + username;
    Map<String, String> person =
        Map.of("username", username, "displayName", name, "password", password);
    String id = admin.post("people", person).expect(201).id();
    Map<String, String> grant = new LinkedHashMap<>(Map.of("person", id, "role", role));
    if (brand != null) {
      grant.put("brand", brand);
    }
    admin.post("grants", grant).expect(201);
    return new Someone(id, username, name, password);
  }
}
