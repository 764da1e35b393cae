package dev.timbre.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseAwayTest {

  @Test
  void lostConnection_isFoundHoweverDeep() {
    SQLException lost = new SQLException("An I/O error occurred", "08006");
    assertThat(DatabaseAway.isBehind(lost)).isTrue();
    assertThat(DatabaseAway.isBehind(new RuntimeException(new IllegalStateException(lost))))
        .isTrue();
    RuntimeException commit = new RuntimeException("could not commit");
    commit.addSuppressed(new SQLException("terminating connection", "57P01"));
    assertThat(DatabaseAway.isBehind(new RuntimeException(commit))).isTrue();
  }

  @Test
  void otherFailures_areNotIt() {
    assertThat(DatabaseAway.isBehind(null)).isFalse();
    assertThat(DatabaseAway.isBehind(new RuntimeException("x"))).isFalse();
    assertThat(DatabaseAway.isBehind(new SQLException("duplicate key", "23505"))).isFalse();
    assertThat(DatabaseAway.isBehind(new SQLException("no state"))).isFalse();
  }
}
