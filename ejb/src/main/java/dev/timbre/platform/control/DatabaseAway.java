package dev.timbre.platform.control;

import java.sql.SQLException;
import java.util.Arrays;

/** Tells a database that does not answer just now from whatever else goes wrong. */
public final class DatabaseAway {

  /** The connection failed (PostgreSQL, error codes, class 08). */
  private static final String CONNECTION_FAILED = "08";

  /** Somebody stopped the database (PostgreSQL, error codes, 57P01 to 57P03). */
  private static final String STOPPED = "57P0";

  /** How the server's pool says that it has no connection; by name, as we need no connectors. */
  private static final String POOL = "jakarta.resource.ResourceException";

  private DatabaseAway() {}

  /** Whether it is behind this failure, however deep. */
  public static boolean isBehind(Throwable failure) {
    if (failure == null) {
      return false;
    }
    return isIt(failure)
        || isBehind(failure.getCause())
        || Arrays.stream(failure.getSuppressed()).anyMatch(DatabaseAway::isBehind);
  }

  private static boolean isIt(Throwable failure) {
    if (failure instanceof SQLException sql && sql.getSQLState() != null) {
      return sql.getSQLState().startsWith(CONNECTION_FAILED)
          || sql.getSQLState().startsWith(STOPPED);
    }
    return failure.getClass().getName().equals(POOL);
  }
}
