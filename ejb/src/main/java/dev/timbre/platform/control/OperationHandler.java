package dev.timbre.platform.control;

import java.time.Instant;
import java.util.UUID;

/**
 * Does one kind of durable work. It may be called again for the same subject after a crash at any
 * point, so it must find out how far the work is before it does anything.
 */
public interface OperationHandler {

  /** The kind of work, as stored with the operation. */
  String kind();

  /** Runs outside any transaction. An exception is logged and the work is tried again later. */
  Progress run(UUID subjectId, int attempt);

  /**
   * Where the work stands afterwards.
   *
   * @param again when to go on; null when it is over
   * @param failed whether it is over without success
   * @param detail what a watcher reads
   */
  record Progress(Instant again, boolean failed, String detail) {

    public static Progress done(String detail) {
      return new Progress(null, false, detail);
    }

    public static Progress failed(String detail) {
      return new Progress(null, true, detail);
    }

    public static Progress again(Instant when, String detail) {
      return new Progress(when, false, detail);
    }
  }
}
