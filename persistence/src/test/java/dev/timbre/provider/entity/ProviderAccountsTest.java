package dev.timbre.provider.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.NotFound;
import dev.timbre.testing.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProviderAccountsTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void preferred_account_is_the_one_that_was_marked() {
    database.saved(ProviderFixtures.account());
    ProviderAccount marked = savedPreferred();
    database.saved(ProviderFixtures.account());

    ProviderAccount preferred = database.inTransaction(work -> work.accounts().preferred());

    assertThat(preferred).isEqualTo(marked);
  }

  @Test
  void no_preferred_account_is_a_conflict_with_its_remedy() {
    database.saved(ProviderFixtures.account());

    database.run(
        work ->
            assertThatThrownBy(() -> work.accounts().preferred())
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("administrator"));
  }

  @Test
  void second_preferred_account_is_refused_by_the_database() {
    savedPreferred();

    assertThatThrownBy(this::savedPreferred)
        .hasStackTraceContaining("provider_account_one_default");
  }

  @Test
  void preference_moves_from_one_account_to_another() {
    ProviderAccount before = savedPreferred();
    ProviderAccount after = database.saved(ProviderFixtures.account());

    database.run(work -> work.accounts().preferOnly(work.accounts().get(after.getId())));

    database.run(
        work -> {
          assertThat(work.accounts().preferred()).isEqualTo(after);
          assertThat(work.accounts().get(before.getId()).isPreferred()).isFalse();
        });
  }

  @Test
  void unknown_account_is_not_found() {
    database.run(
        work ->
            assertThatThrownBy(() -> work.accounts().get(UUID.randomUUID()))
                .isInstanceOf(NotFound.class));
  }

  private ProviderAccount savedPreferred() {
    ProviderAccount account = ProviderFixtures.account();
    account.prefer(true);
    return database.saved(account);
  }
}
