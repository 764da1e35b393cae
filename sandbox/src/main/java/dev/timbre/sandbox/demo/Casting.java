package dev.timbre.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an administrator sets up before anybody can register a voice. */
final class Casting {
  static final String BRAND = "acme";

  private static final List<String> SCOPES =
      List.of(
          "voices:read",
          "voices:write",
          "recordings:write",
          "consents:write",
          "speech",
          "usage:read",
          "audit:read");
  private static final Map<String, String> LIMIT = Map.of("amount", "100.00", "currency", "CNY");

  /** List prices of MiniMax's open platform in China, yuan: per 10,000 characters, per voice. */
  private static final Map<String, String> PRICES =
      Map.of("currency", "CNY", "hd", "3.5", "turbo", "2", "voiceFee", "9.9");

  private final Story story;
  private final URI server;
  private final URI provider;

  Casting(Story story, URI server, URI provider) {
    this.story = story;
    this.server = server;
    this.provider = provider;
  }

  /** Does it all, into an empty Timbre. */
  Cast cast() throws DemoFault {
    story.step("Sign in as the first administrator, with the secret from the configuration");
    Player first = new Player(Cast.ADMIN, "", null);
    Api admin = Api.signedIn(server, first.role(), first.password());
    story.cost(Story.FREE);

    story.step("Create the brand 'Acme'; every voice belongs to a brand");
    String brand = id(admin.post("brands", Map.of("slug", BRAND, "name", "Acme")));
    story.cost(Story.FREE);

    story.step("Create people: a curator, an approver and an auditor; give each an API key");
    List<Player> players = new ArrayList<>();
    for (Player player : Cast.PEOPLE) {
      players.add(invite(admin, player));
    }
    story.cost(Story.FREE);

    story.step("Create the client 'phone-line' with its one use, an API key and a budget");
    String key = client(admin, brand);
    story.tell("It may spend 100.00 CNY a month; so may people who speak from the console.");
    story.cost(Story.FREE);

    story.step("Register the provider account 'sandbox' at " + provider);
    String account = id(admin.post("provider-accounts", account()));
    JsonNode checked = admin.post("provider-accounts/" + account + "/check", Map.of());
    story.tell(checked.path("checkResult").asText());
    story.cost(Story.FREE);
    return new Cast(List.copyOf(players), key, account);
  }

  private static Player invite(Api admin, Player player) throws DemoFault {
    String person;
    if (player.role().equals(Cast.ADMIN)) {
      person = someone(admin.get("people?limit=100"), player.role());
    } else {
      person = id(admin.post("people", person(player)));
      admin.post("grants", Map.of("person", person, "role", player.role()));
    }
    Map<String, String> order = Map.of("label", "demo " + player.role(), "person", person);
    return player.withKey(admin.post("keys", order).path("secret").asText());
  }

  private static Map<String, String> person(Player player) {
    return Map.of(
        "username", player.role(), "displayName", player.name(), "password", player.password());
  }

  private static String someone(JsonNode people, String username) throws DemoFault {
    for (JsonNode person : people.path("items")) {
      if (person.path("username").asText().equals(username)) {
        return id(person);
      }
    }
    throw new DemoFault("There is no person '" + username + "' in /api/v1/people.");
  }

  private static String client(Api admin, String brand) throws DemoFault {
    Map<String, Object> wanted = Map.of("name", "phone-line", "brands", List.of(brand));
    String client = id(admin.post("clients", wanted));
    Map<String, String> use =
        Map.of(
            "client", client,
            "purpose", "customer_service",
            "channel", "phone",
            "territory", "DE");
    admin.post("uses", use);
    admin.post("budgets", Map.of("client", client, "monthlyLimit", LIMIT));
    for (JsonNode other : admin.get("clients?limit=100").path("items")) {
      if (other.path("console").asBoolean()) {
        admin.post("budgets", Map.of("client", id(other), "monthlyLimit", LIMIT));
      }
    }
    Map<String, Object> key = Map.of("label", "demo", "client", client, "scopes", SCOPES);
    return admin.post("keys", key).path("secret").asText();
  }

  /** The account of an earlier run answers at another address when the port was changed. */
  void moveAccount(Cast cast) throws DemoFault {
    Api admin = Api.withKey(server, cast.player(Cast.ADMIN).key());
    String path = "provider-accounts/" + cast.account();
    if (!admin.get(path).path("baseUrl").asText().equals(provider.toString())) {
      admin.put(path, account());
      story.tell("The provider account now points at " + provider + ".");
    }
  }

  private Map<String, Object> account() {
    return Map.of(
        "name",
        "sandbox",
        "baseUrl",
        provider.toString(),
        "keyReference",
        "sandbox",
        "downloadHosts",
        List.of(),
        "prices",
        PRICES);
  }

  private static String id(JsonNode body) {
    return body.path("id").asText();
  }
}
