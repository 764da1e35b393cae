package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.TestDatabase;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ClientsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void new_database_has_the_console_client_with_its_one_use() {
    database.run(
        work -> {
          Client console = work.clients().console();
          assertThat(console.isConsole()).isTrue();
          assertThat(console.isDisabled()).isFalse();
          assertThat(console.mayUse(UUID.randomUUID())).isTrue();
          assertThat(work.clients().usesOf(console.getId()))
              .singleElement()
              .satisfies(
                  use -> {
                    assertThat(use.getPurpose()).isEqualTo(Purpose.INTERNAL_REVIEW);
                    assertThat(use.getChannel()).isEqualTo(Channel.INTERNAL);
                    assertThat(use.getTerritory()).isEqualTo(Territory.WORLD);
                  });
        });
  }

  @Test
  void second_console_client_is_refused_by_the_database() {
    assertThatThrownBy(
            () ->
                database.run(
                    work ->
                        work.em()
                            .createNativeQuery(
                                "insert into client"
                                    + " (id, version, created_at, name, console, brand_ids)"
                                    + " values (gen_random_uuid(), 0, now(), 'Other', true, '{}')")
                            .executeUpdate()))
        .hasStackTraceContaining("client_one_console");
  }

  @Test
  void second_client_of_the_same_name_is_refused_by_the_database() {
    Brand brand = database.saved(AccessFixtures.brand());
    database.saved(new Client(NOW, "Hotline", Set.of(brand.getId())));

    assertThatThrownBy(() -> database.saved(new Client(NOW, "Hotline", Set.of(brand.getId()))))
        .hasStackTraceContaining("client_name_key");
  }

  @Test
  void use_declared_twice_is_refused_by_the_database() {
    Client client = savedClient();
    database.saved(AccessFixtures.phoneUse(client));

    assertThatThrownBy(() -> database.saved(AccessFixtures.phoneUse(client)))
        .hasStackTraceContaining("client_use_client_id_purpose_channel_territory_key");
  }

  @Test
  void key_is_found_by_the_digest_of_what_a_caller_presents() {
    ApiKeySecret secret = ApiKeySecret.generate();
    ApiKey key = savedKey(secret);

    database.run(
        work -> {
          assertThat(work.clients().findKeyByDigest(new ApiKeySecret(secret.reveal()).digest()))
              .contains(key);
          assertThat(work.clients().findKeyByDigest(ApiKeySecret.generate().digest())).isEmpty();
        });
  }

  @Test
  void key_of_nobody_is_refused_by_the_database() {
    assertThatThrownBy(
            () ->
                database.saved(ApiKey.ofPerson(NOW, ApiKeySecret.generate(), "orphan", null, null)))
        .hasStackTraceContaining("api_key_check");
  }

  @Test
  void keys_are_listed_by_client_or_person() {
    ApiKey ofClient = savedKey(ApiKeySecret.generate());
    Person person = database.saved(AccessFixtures.person());
    ApiKey ofPerson =
        database.saved(
            ApiKey.ofPerson(NOW, ApiKeySecret.generate(), "script", person.getId(), null));

    database.run(
        work -> {
          PageRequest all = PageRequest.first(10);
          assertThat(work.clients().keys(ofClient.getClientId(), null, all).items())
              .containsExactly(ofClient);
          assertThat(work.clients().keys(null, person.getId(), all).items())
              .containsExactly(ofPerson);
          assertThat(work.clients().keys(null, null, all).items())
              .containsExactly(ofPerson, ofClient);
        });
  }

  @Test
  void use_of_a_key_is_noted_at_most_once_a_minute_and_leaves_its_version() {
    ApiKey key = savedKey(ApiKeySecret.generate());

    assertThat(lastUsedAfterTouch(key, NOW)).isEqualTo(NOW);
    assertThat(lastUsedAfterTouch(key, NOW.plusSeconds(60))).isEqualTo(NOW);
    assertThat(lastUsedAfterTouch(key, NOW.plusSeconds(61))).isEqualTo(NOW.plusSeconds(61));

    ApiKey read = database.inTransaction(work -> work.clients().getKey(key.getId()));
    assertThat(read.getVersion()).isEqualTo(key.getVersion());
  }

  @Test
  void unknown_client_use_and_key_are_not_found() {
    UUID unknown = UUID.randomUUID();

    database.run(
        work -> {
          assertThatThrownBy(() -> work.clients().get(unknown)).isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> work.clients().getUse(unknown)).isInstanceOf(NotFound.class);
          assertThatThrownBy(() -> work.clients().getKey(unknown)).isInstanceOf(NotFound.class);
          assertThat(work.clients().find(unknown)).isEmpty();
        });
  }

  private Instant lastUsedAfterTouch(ApiKey key, Instant at) {
    database.run(work -> work.clients().touch(work.clients().getKey(key.getId()), at));
    return database.inTransaction(work -> work.clients().getKey(key.getId()).getLastUsedAt());
  }

  private Client savedClient() {
    Brand brand = database.saved(AccessFixtures.brand());
    return database.saved(AccessFixtures.client(brand));
  }

  private ApiKey savedKey(ApiKeySecret secret) {
    return database.saved(
        ApiKey.ofClient(NOW, secret, "hotline", savedClient().getId(), Set.of(Scope.SPEECH), null));
  }
}
