package dev.timbre.platform.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.consent.entity.Talent;
import dev.timbre.testing.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeysetQueryTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @ParameterizedTest
  @CsvSource({"0,7,1", "1,7,1", "7,7,1", "8,7,2", "21,7,3", "25,1,25", "3,200,1"})
  void rows_paged_to_the_end_come_once_each_newest_first(int rows, int limit, int pages) {
    List<UUID> written = talents(rows);

    List<UUID> read = new ArrayList<>();
    int count = 0;
    UUID after = null;
    do {
      Page<Talent> page = page(limit, after);
      page.items().forEach(talent -> read.add(talent.getId()));
      after = page.next();
      count++;
    } while (after != null);

    Collections.reverse(written);
    assertThat(read).containsExactlyElementsOf(written);
    assertThat(count).isEqualTo(pages);
  }

  @Test
  void rows_inserted_between_pages_neither_shift_nor_double_older_ones() {
    List<UUID> written = talents(20);
    Collections.reverse(written);

    List<UUID> read = new ArrayList<>();
    UUID after = null;
    do {
      Page<Talent> page = page(3, after);
      page.items().forEach(talent -> read.add(talent.getId()));
      after = page.next();
      talents(2);
    } while (after != null);

    assertThat(read).containsExactlyElementsOf(written);
  }

  @Test
  void row_that_next_points_at_was_deleted_the_list_goes_on_behind_it() {
    List<UUID> written = talents(6);
    UUID next = page(3, null).next();

    database.run(work -> work.em().remove(work.consents().getTalent(next)));

    assertThat(page(3, next).items())
        .extracting(Talent::getId)
        .containsExactly(written.get(2), written.get(1), written.get(0));
  }

  @Test
  void condition_with_a_value_narrows_page_window_and_count_alike() {
    talents(5);
    Talent one = database.saved(new Talent(NOW, "Somebody Else", null));

    database.run(
        work -> {
          KeysetQuery<Talent> query =
              new KeysetQuery<>(work.em(), Talent.class)
                  .where("e.name = :name", "name", "Somebody Else")
                  .where("e.contact = :contact", "contact", null);
          assertThat(query.count()).isEqualTo(1);
          assertThat(query.window(0, 10)).containsExactly(one);
          assertThat(query.page(PageRequest.first(10)).items()).containsExactly(one);
        });
  }

  @Test
  void window_takes_its_rows_from_the_middle() {
    List<UUID> written = talents(10);
    Collections.reverse(written);

    database.run(
        work ->
            assertThat(new KeysetQuery<>(work.em(), Talent.class).window(4, 3))
                .extracting(Talent::getId)
                .containsExactlyElementsOf(written.subList(4, 7)));
  }

  private Page<Talent> page(int limit, UUID after) {
    return database.inTransaction(
        work -> work.talentBrands().talents(null, new PageRequest(limit, after)));
  }

  /** Commits talents, and returns their ids in the order of making. */
  private List<UUID> talents(int count) {
    List<Talent> made =
        IntStream.range(0, count).mapToObj(i -> new Talent(NOW, "Talent " + i, null)).toList();
    database.run(work -> made.forEach(work::add));
    return new ArrayList<>(made.stream().map(Talent::getId).toList());
  }
}
