package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.NOW;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** People, brands and clients as tests need them; names are free for each call. */
public final class AccessFixtures {

  private AccessFixtures() {}

  public static Brand brand() {
    return new Brand(NOW, "b" + unique(), "Acme");
  }

  public static Person person() {
    return new Person(NOW, "person-" + unique(), "Anna Approver", null);
  }

  public static Client client(Brand... brands) {
    return new Client(
        NOW,
        "Telephone system " + unique(),
        Set.of(brands).stream().map(Brand::getId).collect(Collectors.toUnmodifiableSet()));
  }

  /** Telephone service in Germany. */
  public static Use phoneUse(Client client) {
    return new Use(NOW, client.getId(), Purpose.CUSTOMER_SERVICE, Channel.PHONE, "DE");
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(24);
  }
}
