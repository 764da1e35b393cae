package dev.timbre.audit.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Reads the lines of an export and hashes their entries on all processors, but hands them on in
 * their order, in one thread. Holds a few MiB however long the export is.
 */
final class Lines implements AutoCloseable {

  private static final int BLOCK = 1 << 20;

  /** A line beyond this is no line of an export. */
  private static final int LONGEST_LINE = 64 << 20;

  private final InputStream in;
  private final int ahead = 2 * Runtime.getRuntime().availableProcessors();
  private final ExecutorService workers =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
  private final Deque<Future<List<Line>>> pending = new ArrayDeque<>();
  private byte[] rest = new byte[0];

  Lines(InputStream in) {
    this.in = in;
  }

  /** The first line, which is of another kind. */
  String first() throws IOException {
    byte[] block = new byte[0];
    do {
      byte[] more = in.readNBytes(BLOCK);
      if (more.length == 0) {
        throw new IOException("The first line does not end.");
      }
      block = join(block, more, more.length);
    } while (indexOf(block, 0) < 0 && block.length < LONGEST_LINE);
    int end = indexOf(block, 0);
    if (end < 0) {
      throw new IOException("The first line does not end.");
    }
    rest = Arrays.copyOfRange(block, end + 1, block.length);
    return new String(block, 0, end, StandardCharsets.UTF_8);
  }

  /** All further lines, in their order. */
  void forEach(Consumer<Line> consumer) throws IOException {
    byte[] buffer = new byte[BLOCK];
    while (true) {
      int read = in.readNBytes(buffer, 0, BLOCK);
      byte[] block = join(rest, buffer, read);
      int end = read < BLOCK ? block.length : lastIndexOf(block) + 1;
      if (block.length - end > LONGEST_LINE) {
        throw new IOException("A line does not end.");
      }
      rest = Arrays.copyOfRange(block, end, block.length);
      pending.add(workers.submit(() -> split(block, end)));
      while (pending.size() > (read < BLOCK ? 0 : ahead)) {
        await(pending.remove()).forEach(consumer);
      }
      if (read < BLOCK) {
        return;
      }
    }
  }

  private static List<Line> split(byte[] block, int end) {
    List<Line> lines = new ArrayList<>();
    int begin = 0;
    while (begin < end) {
      int next = indexOf(block, begin);
      int stop = next < 0 || next >= end ? end : next;
      lines.add(Line.read(block, begin, stop));
      begin = stop + 1;
    }
    return lines;
  }

  private static List<Line> await(Future<List<Line>> lines) throws IOException {
    try {
      return lines.get();
    } catch (ExecutionException e) {
      throw new IOException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static byte[] join(byte[] head, byte[] tail, int length) {
    byte[] all = Arrays.copyOf(head, head.length + length);
    System.arraycopy(tail, 0, all, head.length, length);
    return all;
  }

  private static int indexOf(byte[] block, int from) {
    for (int i = from; i < block.length; i++) {
      if (block[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private static int lastIndexOf(byte[] block) {
    for (int i = block.length - 1; i >= 0; i--) {
      if (block[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
