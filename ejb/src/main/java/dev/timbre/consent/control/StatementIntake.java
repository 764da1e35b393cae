package dev.timbre.consent.control;

import dev.timbre.consent.entity.LinkToken;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;

/** Takes a spoken statement: heard first, then the store, then one transaction. */
@ApplicationScoped
class StatementIntake {

  @Inject StatementHearing hearing;
  @Inject BlobStore store;
  @Inject CaptureDesk desk;

  /** Runs outside of any transaction. The length in seconds. */
  double take(LinkToken token, Path file) {
    StatementHearing.Heard heard = hearing.hear(file);
    String digest = store.keep(out -> Files.copy(file, out));
    try {
      desk.recorded(token, digest, heard);
    } catch (RuntimeException e) {
      discard(digest, e);
      throw e;
    }
    return heard.seconds();
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
