package dev.timbre.platform.faces;

import dev.timbre.platform.control.ArrivingFiles;
import jakarta.faces.event.PhaseId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.primefaces.event.FileUploadEvent;
import org.primefaces.model.file.UploadedFile;

/** An uploaded file on disk for as long as it is looked at; gone when it is closed. */
public record Uploaded(Path path) implements AutoCloseable {

  /**
   * An upload is announced before the other fields of its form are known; this puts it off until
   * they are.
   *
   * @return whether it was put off, so that the listener is called again later
   */
  public static boolean comesTooEarly(FileUploadEvent event) {
    if (event.getPhaseId() == PhaseId.INVOKE_APPLICATION) {
      return false;
    }
    event.setPhaseId(PhaseId.INVOKE_APPLICATION);
    event.queue();
    return true;
  }

  public static Uploaded of(UploadedFile file) throws IOException {
    Path copy = ArrivingFiles.create();
    try (InputStream in = file.getInputStream()) {
      Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
      return new Uploaded(copy);
    } catch (IOException e) {
      Files.deleteIfExists(copy);
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
