package dev.timbre.consent.control;

import dev.timbre.consent.entity.LinkToken;
import dev.timbre.platform.error.NotFound;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a spoken statement: heard first, then the store, then one transaction. */
@ApplicationScoped
class StatementIntake {

  /** How the store says that what it was given is gone again. */
  private static final String GONE = "blob-not-found";

  @Inject StatementHearing hearing;
  @Inject BlobStore store;
  @Inject CaptureDesk desk;

  /** Runs outside of any transaction. The length in seconds. */
  double take(LinkToken token, Path file) {
    StatementHearing.Heard heard = hearing.hear(file);
    try {
      keep(token, file, heard);
    } catch (NotFound e) {
      if (!GONE.equals(e.code())) {
        throw e;
      }
      // the same bytes had been let go of and were erased just now; now they may come again
      keep(token, file, heard);
    }
    return heard.seconds();
  }

  private void keep(LinkToken token, Path file, StatementHearing.Heard heard) {
    String digest = store.keep(out -> Files.copy(file, out));
    try {
      desk.recorded(token, digest, heard);
    } catch (RuntimeException e) {
      discard(digest, e);
      throw e;
    }
  }

  /** A link is no free storage. */
  private void discard(String digest, RuntimeException why) {
    try {
      store.discard(digest);
    } catch (RuntimeException e) {
      why.addSuppressed(e); // the nightly sweep takes them
    }
  }
}
