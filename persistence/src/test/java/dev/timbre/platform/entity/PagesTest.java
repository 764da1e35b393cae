package dev.timbre.platform.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.platform.error.Invalid;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 50, 200})
  void limit_within_its_range_is_taken(int limit) {
    assertThat(PageRequest.first(limit).limit()).isEqualTo(limit);
    assertThat(PageRequest.first(limit).afterId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 201, Integer.MAX_VALUE})
  void limit_outside_its_range_is_refused(int limit) {
    assertThatThrownBy(() -> new PageRequest(limit, UUID.randomUUID()))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(String.valueOf(limit))
        .hasMessageContaining("1 to 200");
  }

  @Test
  void row_more_than_asked_for_becomes_the_pointer_to_the_next_page() {
    List<Operation> rows = operations(4);

    Page<Operation> page = Page.of(rows, 3);

    assertThat(page.items()).containsExactlyElementsOf(rows.subList(0, 3));
    assertThat(page.next()).isEqualTo(rows.get(2).getId());
  }

  @Test
  void rows_that_fill_the_page_exactly_have_no_next_page() {
    assertThat(Page.of(operations(3), 3).next()).isNull();
    assertThat(Page.of(operations(0), 3).next()).isNull();
  }

  @Test
  void mapped_page_keeps_its_pointer() {
    Page<Operation> page = Page.of(operations(3), 2);

    Page<String> mapped = page.map(Operation::getKind);

    assertThat(mapped.items()).containsExactly("k", "k");
    assertThat(mapped.next()).isEqualTo(page.next());
  }

  @Test
  void ids_made_one_after_another_are_version_seven_and_in_order() {
    List<UUID> ids = operations(5000).stream().map(Identified::getId).toList();

    assertThat(ids).allMatch(id -> id.version() == 7).doesNotHaveDuplicates();
    assertThat(ids.stream().map(UUID::toString).toList()).isSorted();
  }

  @Test
  void entities_are_equal_by_kind_and_id() {
    Operation one = new Operation("k", UUID.randomUUID(), NOW);
    Operation other = new Operation("k", one.getSubjectId(), NOW);

    assertThat(one).isNotEqualTo(other).isNotEqualTo(null).isNotEqualTo("k");
    assertThat(one).hasToString("Operation[" + one.getId() + "]");
  }

  private static List<Operation> operations(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Operation("k", UUID.randomUUID(), NOW))
        .toList();
  }
}
