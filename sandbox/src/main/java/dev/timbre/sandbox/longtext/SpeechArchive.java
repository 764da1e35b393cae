package dev.timbre.sandbox.longtext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar archive with one directory, in which all files lie. */
final class SpeechArchive {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8");
  private final String directory;
  private final Instant time;

  /**
   * Begins an archive.
   *
   * @param directory its only directory, without a slash
   * @param time when its files were made
   */
  SpeechArchive(String directory, Instant time) throws IOException {
    this.directory = directory;
    this.time = time;
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
    TarArchiveEntry entry = new TarArchiveEntry(directory + "/");
    entry.setModTime(time.toEpochMilli());
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  /** Adds a file. */
  void add(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(directory + "/" + name);
    entry.setModTime(time.toEpochMilli());
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** Ends the archive; nothing can be added after. */
  byte[] bytes() throws IOException {
    tar.close();
    return bytes.toByteArray();
  }
}
