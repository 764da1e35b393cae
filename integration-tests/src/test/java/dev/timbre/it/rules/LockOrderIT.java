package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.fixture.LockLog;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import dev.timbre.sandbox.local.LocalDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the order of locks is really looked at: each way to break it is noticed. */
@OnRunningTimbre
class LockOrderIT {

  private static final String CLONE = "select c.id from clone c where c.id = ?";
  private static final String VOICE = "select v.id from voice v where v.id = ?";
  private static final String ALONE = " for no key update";
  private static final String SHARED = " for share";

  private final RunningTimbre timbre;
  private VoiceCase voice;
  private String clone;

  LockOrderIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  @BeforeEach
  void aVoice() {
    voice = timbre.aClonedVoice();
    clone = voice.newestClone().path("id").asText();
  }

  /**
   * A statement with its only parameter.
   *
   * @param id a UUID
   */
  private record Step(String sql, String id) {}

  /** What is found wrong in a transaction of the role that serves. */
  private List<String> wrongs(Step... steps) throws SQLException {
    try (LockLog log = LockLog.open(timbre.database());
        Connection server =
            DriverManager.getConnection(
                timbre.database().jdbcUrl(), LocalDatabase.USER, timbre.database().password())) {
      server.setAutoCommit(false);
      for (Step step : steps) {
        try (var statement = server.prepareStatement(step.sql())) {
          statement.setObject(1, UUID.fromString(step.id()));
          statement.execute();
        }
      }
      server.rollback();
      return log.wrongs();
    }
  }

  @Test
  void rowsInTheirOrder_areRight() throws SQLException {
    assertThat(
            wrongs(
                new Step(VOICE + ALONE, voice.id()),
                new Step(CLONE + ALONE, clone),
                new Step("update voice set version = version where id = ?", voice.id()),
                new Step(CLONE + SHARED, clone)))
        .isEmpty();
  }

  @Test
  void rowThatComesBeforeOneThatIsLocked_isNoticed() throws SQLException {
    assertThat(wrongs(new Step(CLONE + ALONE, clone), new Step(VOICE + SHARED, voice.id())))
        .singleElement()
        .asString()
        .contains("clone", "voice", voice.id());
  }

  @Test
  void changeOfARowThatComesBefore_isNoticed() throws SQLException {
    assertThat(
            wrongs(
                new Step(CLONE + SHARED, clone),
                new Step("update voice set version = version where id = ?", voice.id())))
        .hasSize(1);
  }

  @Test
  void voicesNotInTheOrderOfTheirIds_areNoticed() throws SQLException {
    String later = timbre.aDraftVoice().id();

    assertThat(wrongs(new Step(VOICE + ALONE, voice.id()), new Step(VOICE + ALONE, later)))
        .isEmpty();
    assertThat(wrongs(new Step(VOICE + ALONE, later), new Step(VOICE + ALONE, voice.id())))
        .hasSize(1);
  }

  @Test
  void sharedRowThatIsWantedAloneLater_isNoticed() throws SQLException {
    assertThat(wrongs(new Step(VOICE + SHARED, voice.id()), new Step(VOICE + ALONE, voice.id())))
        .singleElement()
        .asString()
        .startsWith("shared, then alone");
  }
}
