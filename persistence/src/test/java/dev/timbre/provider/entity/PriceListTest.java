package dev.timbre.provider.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import dev.timbre.testing.TestDatabase;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which price list is in force when. */
class PriceListTest {

  private static final Instant LATER = NOW.plus(Duration.ofDays(30));

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private final ProviderAccount account = ProviderFixtures.account();

  @Test
  void first_list_is_valid_since_always() {
    PriceList first = account.pricesAt(Instant.EPOCH);

    assertThat(first.getNumber()).isOne();
    assertThat(first.isFromTheBeginning()).isTrue();
    assertThat(account.pricesAt(LATER)).isEqualTo(first);
  }

  @Test
  void list_is_valid_from_its_first_moment_until_the_next_begins() {
    account.reprice(NOW, LATER, prices("4"));
    account.reprice(NOW, LATER.plusSeconds(10), prices("5"));

    assertThat(numberAt(LATER.minusNanos(1))).isEqualTo(1);
    assertThat(numberAt(LATER)).isEqualTo(2);
    assertThat(numberAt(LATER.plusSeconds(10).minusNanos(1))).isEqualTo(2);
    assertThat(numberAt(LATER.plusSeconds(10))).isEqualTo(3);
  }

  @Test
  void list_that_begins_with_a_planned_one_takes_its_place() {
    account.reprice(NOW, LATER, prices("40"));
    account.reprice(NOW, LATER, prices("4"));

    assertThat(numberAt(LATER)).isEqualTo(3);
  }

  @Test
  void beginning_finer_than_the_database_keeps_takes_the_place_of_the_same_beginning() {
    Instant fine = LATER.plusNanos(959_539_528);
    account.reprice(NOW, fine, prices("40"));
    database.saved(account);

    database.run(
        work -> work.accounts().getForChange(account.getId()).reprice(NOW, fine, prices("4")));

    assertThat(
            database
                .inTransaction(work -> work.accounts().get(account.getId()))
                .pricesAt(fine)
                .getNumber())
        .isEqualTo(3);
  }

  @Test
  void list_of_the_past_or_before_the_last_one_is_refused() {
    account.reprice(NOW, LATER, prices("4"));

    assertThatThrownBy(() -> account.reprice(NOW, NOW.minusSeconds(1), prices("5")))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("price-list-in-the-past"));
    assertThatThrownBy(() -> account.reprice(NOW, LATER.minusSeconds(1), prices("5")))
        .isInstanceOfSatisfying(
            Invalid.class, e -> assertThat(e.code()).isEqualTo("price-list-overlap"));
    assertThat(account.getPriceLists()).hasSize(2);
  }

  @Test
  void lists_are_kept_with_their_account_and_cannot_be_changed_or_removed() {
    account.reprice(NOW, LATER, prices("4"));
    database.saved(account);

    database.run(
        work -> {
          ProviderAccount read = work.accounts().getForChange(account.getId());
          assertThat(read.getPriceLists()).hasSize(2);
          assertThat(read.pricesAt(LATER).characters("m-hd", 10_000).getAmount())
              .isEqualByComparingTo("4");
        });
    for (String harm : new String[] {"update price_list set hd = 0", "delete from price_list"}) {
      assertThatThrownBy(
              () -> database.run(work -> work.em().createNativeQuery(harm).executeUpdate()))
          .hasStackTraceContaining("permission denied");
    }
  }

  private int numberAt(Instant moment) {
    return account.pricesAt(moment).getNumber();
  }

  private static Prices prices(String hd) {
    return new Prices("CNY", new BigDecimal(hd), BigDecimal.ONE, BigDecimal.TEN);
  }
}
