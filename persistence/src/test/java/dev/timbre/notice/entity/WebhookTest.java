package dev.timbre.notice.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Brand;
import dev.timbre.platform.error.Invalid;
import dev.timbre.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @ParameterizedTest
  @CsvSource({
    "https://hooks.example.org/timbre?token=1, https://hooks.example.org",
    "https://HOOKS.example.org:8443, https://hooks.example.org:8443",
    "http://127.0.0.1:9000/x, http://127.0.0.1:9000",
    "https://[::1]/x, https://[::1]"
  })
  void address_hasAnOriginThatAnOperatorCanAllow(String url, String origin) {
    assertThat(new Webhook(NOW, null, url, "main").origin()).isEqualTo(origin);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nowhere",
        "/path",
        "ftp://example.org/",
        "file:///etc/passwd",
        "https://user:secret@example.org/",
        "https://allowed.example.org@evil.example.net/",
        "https:///no-host",
        "https://example.org/#part",
        "https://exa mple.org/"
      })
  void addressOfAnotherForm_isRefused(String url) {
    assertThatThrownBy(() -> new Webhook(NOW, null, url, "main")).isInstanceOf(Invalid.class);
  }

  @Test
  void noticesOfABrand_goToItsWebhooksAndEverybodysWhileTheyAreOn() {
    Brand brand = database.saved(AccessFixtures.brand());
    Webhook everybodys = database.saved(new Webhook(NOW, null, "https://a.example.org", "main"));
    Webhook its = database.saved(new Webhook(NOW, brand.getId(), "https://b.example.org", "main"));
    Webhook off = new Webhook(NOW, null, "https://c.example.org", "main");
    off.setAccess(LATER);
    database.saved(off);

    database.run(
        work -> {
          assertThat(work.webhooks().concerning(brand.getId())).containsExactly(everybodys, its);
          assertThat(work.webhooks().concerning(UUID.randomUUID())).containsExactly(everybodys);
          assertThat(work.webhooks().concerning(null)).containsExactly(everybodys);
        });
  }
}
