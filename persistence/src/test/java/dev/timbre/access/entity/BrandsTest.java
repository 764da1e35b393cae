package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class BrandsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void brand_is_found_by_its_slug() {
    Brand acme = database.saved(new Brand(NOW, "acme", "Acme"));

    database.run(
        work -> {
          assertThat(work.brands().findBySlug("acme")).contains(acme);
          assertThat(work.brands().findBySlug("ACME")).isEmpty();
          assertThat(work.brands().get(acme.getId())).isEqualTo(acme);
        });
  }

  @Test
  void slug_given_to_a_second_brand_is_refused_by_the_database() {
    database.saved(new Brand(NOW, "acme", "Acme"));

    assertThatThrownBy(() -> database.saved(new Brand(NOW, "acme", "Other")))
        .hasStackTraceContaining("brand_slug_key");
  }

  @Test
  void all_brands_come_by_name() {
    Brand zeta = database.saved(new Brand(NOW, "aa", "Zeta"));
    Brand alpha = database.saved(new Brand(NOW, "bb", "Alpha"));

    database.run(work -> assertThat(work.brands().all()).containsExactly(alpha, zeta));
  }

  @Test
  void unknown_brand_is_not_found() {
    database.run(
        work ->
            assertThatThrownBy(() -> work.brands().get(UUID.randomUUID()))
                .isInstanceOf(NotFound.class));
  }
}
