package dev.timbre.provider.client.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A tar archive, typed entry by entry. */
final class Tar {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final TarArchiveOutputStream out = new TarArchiveOutputStream(bytes, "UTF-8");

  Tar() {
    out.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
  }

  Tar file(String name, String content) throws IOException {
    return file(name, content.getBytes(StandardCharsets.UTF_8));
  }

  Tar file(String name, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
    return this;
  }

  Tar attribute(byte kind, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry("attribute", kind);
    entry.setSize(content.length);
    out.putArchiveEntry(entry);
    out.write(content);
    out.closeArchiveEntry();
    return this;
  }

  Tar special(String name, byte kind) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, kind);
    entry.setLinkName("/etc/passwd");
    out.putArchiveEntry(entry);
    out.closeArchiveEntry();
    return this;
  }

  byte[] bytes() throws IOException {
    out.close();
    return bytes.toByteArray();
  }
}
