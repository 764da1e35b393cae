package dev.timbre.sandbox.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDatabaseTest {
  @TempDir Path directory;

  @Test
  void freshDatabase_hasAnOwnerAndALesserRole() throws Exception {
    var config = DatabaseConfig.fresh(directory.resolve("pg")).withPasswords("app", "own'er");

    try (LocalDatabase database = LocalDatabase.start(config)) {
      ask(database, LocalDatabase.OWNER, "create table kept (name text)");

      assertThat(ask(database, LocalDatabase.OWNER, "select current_user"))
          .isEqualTo("timbre_owner");
      assertThat(ask(database, LocalDatabase.USER, "select current_user")).isEqualTo("timbre");
      assertThatThrownBy(() -> ask(database, LocalDatabase.USER, "drop table kept"))
          .hasMessageContaining("must be owner");
    }
  }

  @Test
  void keptDatabase_isDurableAndFindsItsRows() throws Exception {
    var config = DatabaseConfig.kept(directory.resolve("pg"));
    try (LocalDatabase first = LocalDatabase.start(config)) {
      ask(first, LocalDatabase.OWNER, "create table kept (name text)");
      ask(first, LocalDatabase.OWNER, "insert into kept values ('Ä')");
    }

    try (LocalDatabase second = LocalDatabase.start(config)) {
      assertThat(ask(second, LocalDatabase.OWNER, "select lower(name) from kept")).isEqualTo("ä");
      assertThat(ask(second, LocalDatabase.OWNER, "show fsync")).isEqualTo("on");
      assertThat(ask(second, LocalDatabase.OWNER, "show synchronous_commit")).isEqualTo("on");
    }
  }

  @Test
  void stopped_comesBackOnItsPortWithItsRows() throws Exception {
    try (LocalDatabase database =
        LocalDatabase.start(DatabaseConfig.fresh(directory.resolve("pg")))) {
      ask(database, LocalDatabase.OWNER, "create table kept as select 'row' as name");
      String url = database.jdbcUrl();

      database.stop();
      assertThatThrownBy(() -> ask(database, LocalDatabase.OWNER, "select 1"))
          .isInstanceOf(SQLException.class);
      database.start();

      assertThat(database.jdbcUrl()).isEqualTo(url);
      assertThat(ask(database, LocalDatabase.OWNER, "select name from kept")).isEqualTo("row");
    }
  }

  @Test
  void takenPort_isNamedWithItsProperty() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var config = DatabaseConfig.fresh(directory.resolve("pg")).withPort(other.getLocalPort());

      assertThatThrownBy(() -> LocalDatabase.start(config))
          .isInstanceOf(BindException.class)
          .hasMessageContainingAll(
              "Port " + other.getLocalPort() + " is taken", "-Dtimbre.db.port=");
    }
  }

  private static String ask(LocalDatabase database, String user, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), user, "x");
        var statement = connection.createStatement()) {
      if (!statement.execute(sql)) {
        return "";
      }
      ResultSet rows = statement.getResultSet();
      rows.next();
      return rows.getString(1);
    }
  }
}
