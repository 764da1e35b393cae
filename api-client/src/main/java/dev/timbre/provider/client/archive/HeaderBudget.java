package dev.timbre.provider.client.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Bounds what may be read for one header of an archive. Long names and attributes stand in the
 * archive with a length of their own choosing, and the library holds them in memory.
 */
final class HeaderBudget extends FilterInputStream {

  private static final long LARGEST_HEADER = 1024 * 1024;

  private long left = Long.MAX_VALUE;

  HeaderBudget(InputStream in) {
    super(in);
  }

  void startHeader() {
    left = LARGEST_HEADER;
  }

  void startContent() {
    left = Long.MAX_VALUE;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    spend(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    spend(Math.max(0, count));
    return count;
  }

  private void spend(int count) throws DamagedArchive {
    left -= count;
    if (left < 0) {
      throw new DamagedArchive(
          "the header of an entry is longer than " + LARGEST_HEADER + " bytes");
    }
  }
}
