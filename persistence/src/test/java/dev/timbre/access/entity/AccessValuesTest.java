package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.error.Invalid;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys, scopes, roles, territories, and who people, brands and clients are. */
class AccessValuesTest {

  @Test
  void role_constants_are_exactly_the_codes_of_roles_and_scopes() {
    Stream<String> codes =
        Stream.concat(
            Arrays.stream(Role.values()).map(Role::code),
            Arrays.stream(Scope.values()).map(Scope::code));

    assertThat(Arrays.stream(Roles.class.getDeclaredFields()).map(AccessValuesTest::constant))
        .containsExactlyInAnyOrderElementsOf(codes.toList());
  }

  @ParameterizedTest
  @EnumSource(Scope.class)
  void scope_is_read_back_from_its_code(Scope scope) {
    assertThat(Scope.of(scope.code())).isEqualTo(scope);
    assertThat(scope.code()).matches("[a-z]+(:[a-z]+)?");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "VOICES_READ", "voices", "admin", "voices:read "})
  void unknown_scope_is_refused_with_those_there_are(String code) {
    assertThatThrownBy(() -> Scope.of(code))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("voices:read, voices:write");
  }

  @Test
  void generated_secrets_differ_and_carry_256_bits() {
    ApiKeySecret one = ApiKeySecret.generate();
    ApiKeySecret other = ApiKeySecret.generate();

    assertThat(one.reveal()).matches("tmb_[A-Za-z0-9_-]{43}").isNotEqualTo(other.reveal());
    assertThat(one.digest()).isNotEqualTo(other.digest());
  }

  @Test
  void digest_of_a_secret_is_its_sha256_in_hexadecimal() {
    assertThat(new ApiKeySecret("abc").digest())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void secret_reveals_nothing_by_accident() {
    ApiKeySecret secret = ApiKeySecret.generate();
    ApiKey key = ApiKey.ofPerson(NOW, secret, "script", UUID.randomUUID(), null);

    String random = secret.reveal().substring(4);
    assertThat(secret.toString()).hasSizeLessThan(8);
    assertThat(key.toString()).doesNotContain(random.substring(0, 6));
    assertThat(key.getPrefix()).hasSize(10);
    assertThat(secret.reveal()).startsWith(key.getPrefix());
    assertThat(new ApiKeySecret("short").prefix()).isEqualTo("short");
  }

  @Test
  void key_is_usable_until_the_moment_it_expires() {
    ApiKey key = key(LATER);

    assertThat(key.isUsable(LATER.minusNanos(1))).isTrue();
    assertThat(key.isUsable(LATER)).isFalse();
    assertThat(key(null).isUsable(LATER.plusSeconds(1_000_000_000))).isTrue();
  }

  @Test
  void revoked_key_is_never_usable_and_keeps_the_first_moment() {
    ApiKey key = key(null);

    key.revoke(NOW);
    key.revoke(LATER);

    assertThat(key.isUsable(NOW.minusSeconds(1))).isFalse();
    assertThat(key.getRevokedAt()).isEqualTo(NOW);
  }

  @Test
  void key_speaks_for_its_client_or_its_person() {
    ApiKey ofClient = key(null);
    ApiKey ofPerson =
        ApiKey.ofPerson(NOW, ApiKeySecret.generate(), "script", UUID.randomUUID(), null);

    assertThat(ofClient.owner()).isEqualTo(Actor.client(ofClient.getClientId()));
    assertThat(ofClient.getScopes()).containsExactlyInAnyOrder("speech", "voices:read");
    assertThat(ofPerson.owner()).isEqualTo(Actor.person(ofPerson.getPersonId()));
    assertThat(ofPerson.getScopes()).isEmpty();
  }

  private static ApiKey key(Instant expires) {
    return ApiKey.ofClient(
        NOW,
        ApiKeySecret.generate(),
        "hotline",
        UUID.randomUUID(),
        Set.of(Scope.SPEECH, Scope.VOICES_READ),
        expires);
  }

  @ParameterizedTest
  @CsvSource({"DE,DE", "de,DE", "' at ',AT", "world,WORLD", "CN,CN"})
  void territory_is_a_country_or_the_world_in_upper_case(String given, String kept) {
    assertThat(Territory.of(given)).isEqualTo(kept);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "EU", "DEU", "Germany", "XX", "49"})
  void territory_that_is_no_country_is_refused(String given) {
    assertThatThrownBy(() -> Territory.of(given)).isInstanceOf(Invalid.class);
  }

  @Test
  void permission_for_the_world_covers_every_country_but_no_country_covers_the_world() {
    assertThat(Territory.covers(Set.of("WORLD"), "DE")).isTrue();
    assertThat(Territory.covers(Set.of("DE", "AT"), "AT")).isTrue();
    assertThat(Territory.covers(Set.of("DE", "AT"), "CH")).isFalse();
    assertThat(Territory.covers(Set.of("DE", "AT"), "WORLD")).isFalse();
    assertThat(Territory.covers(Set.of("WORLD"), "WORLD")).isTrue();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a", "1acme", "Acme", "ac me", "acme.x", "acme_x"})
  void malformed_brand_slug_is_refused(String slug) {
    assertThatThrownBy(() -> new Brand(NOW, slug, "Acme")).isInstanceOf(Invalid.class);
  }

  @Test
  void brand_slug_may_have_31_characters_and_no_more() {
    assertThat(new Brand(NOW, "a".repeat(31), " Acme ").getName()).isEqualTo("Acme");
    assertThatThrownBy(() -> new Brand(NOW, "a".repeat(32), "Acme")).isInstanceOf(Invalid.class);
  }

  @Test
  void username_is_kept_in_lower_case_without_blanks() {
    assertThat(new Person(NOW, " Anna.B@Example.org ", "Anna", null).getUsername())
        .isEqualTo("anna.b@example.org");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a", ".anna", "an na", "änna", "anna/x"})
  void malformed_username_is_refused(String username) {
    assertThatThrownBy(() -> new Person(NOW, username, "Anna", null)).isInstanceOf(Invalid.class);
  }

  @Test
  void client_may_use_the_voices_of_its_brands_only() {
    Brand acme = AccessFixtures.brand();
    Client client = AccessFixtures.client(acme);

    assertThat(client.mayUse(acme.getId())).isTrue();
    assertThat(client.mayUse(UUID.randomUUID())).isFalse();
    assertThat(client.isConsole()).isFalse();
  }

  @Test
  void grant_covers_its_brand_or_all() {
    UUID acme = UUID.randomUUID();
    Person anna = AccessFixtures.person();

    assertThat(new Grant(NOW, anna, Role.CURATOR, acme).covers(acme)).isTrue();
    assertThat(new Grant(NOW, anna, Role.CURATOR, acme).covers(UUID.randomUUID())).isFalse();
    assertThat(new Grant(NOW, anna, Role.CURATOR, null).covers(acme)).isTrue();
  }

  private static String constant(Field field) {
    assertThat(Modifier.isStatic(field.getModifiers())).as(field.getName()).isTrue();
    try {
      return (String) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
