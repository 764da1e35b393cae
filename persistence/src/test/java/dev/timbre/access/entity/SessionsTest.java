package dev.timbre.access.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SessionsTest {

  private static final Duration IDLE = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final String ADDRESS = "203.0.113.7";

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private Person anna;

  @BeforeEach
  void somebody() {
    anna = database.saved(AccessFixtures.person());
  }

  private PersonSession session() {
    return database.saved(
        new PersonSession(NOW, anna.getId(), SessionOrigin.PASSWORD, ADDRESS, LONGEST));
  }

  private PersonSession read(PersonSession session) {
    return database.inTransaction(work -> work.sessions().find(session.getId()).orElseThrow());
  }

  @Test
  void idle_session_is_over_and_a_used_one_goes_on() {
    PersonSession session = session();
    Instant soon = NOW.plus(Duration.ofMinutes(50));
    database.run(work -> work.sessions().touch(read(session), soon));

    assertThat(session.isOpen(NOW.plus(IDLE), IDLE)).isFalse();
    assertThat(read(session).isOpen(NOW.plus(IDLE), IDLE)).isTrue();
  }

  @Test
  void used_session_is_over_after_the_longest_time() {
    PersonSession session = session();
    Instant end = NOW.plus(LONGEST);
    database.run(work -> work.sessions().touch(read(session), end.minusSeconds(1)));

    assertThat(read(session).isOpen(end.minusSeconds(1), IDLE)).isTrue();
    assertThat(read(session).isOpen(end, IDLE)).isFalse();
  }

  @Test
  void ending_all_but_one_leaves_that_one_and_other_people() {
    PersonSession first = session();
    PersonSession own = session();
    Person bert = database.saved(AccessFixtures.person());
    PersonSession other =
        database.saved(
            new PersonSession(NOW, bert.getId(), SessionOrigin.PASSWORD, ADDRESS, LONGEST));

    int ended =
        database.inTransaction(work -> work.sessions().endAll(anna.getId(), own.getId(), NOW));

    assertThat(ended).isOne();
    assertThat(read(first).isOpen(NOW, IDLE)).isFalse();
    assertThat(read(own).isOpen(NOW, IDLE)).isTrue();
    assertThat(read(other).isOpen(NOW, IDLE)).isTrue();
    List<PersonSession> open =
        database.inTransaction(work -> work.sessions().openOf(anna.getId(), NOW, NOW.minus(IDLE)));
    assertThat(open).containsExactly(own);
  }

  @Test
  void address_is_known_only_of_the_person_who_came_from_there() {
    session();
    Instant before = NOW.minus(Duration.ofDays(1));

    database.run(
        work -> {
          Sessions sessions = work.sessions();
          assertThat(sessions.isKnownAt(anna.getUsername(), ADDRESS, before)).isTrue();
          assertThat(sessions.isKnownAt(anna.getUsername(), "203.0.113.8", before)).isFalse();
          assertThat(sessions.isKnownAt("somebody-else", ADDRESS, before)).isFalse();
          assertThat(sessions.isKnownAt(anna.getUsername(), ADDRESS, NOW)).isFalse();
        });
  }

  @Test
  void old_sessions_are_forgotten_with_their_addresses() {
    PersonSession session = session();

    database.run(work -> work.sessions().forgetBefore(NOW.plusSeconds(1)));

    database.run(work -> assertThat(work.sessions().find(session.getId())).isEmpty());
  }
}
