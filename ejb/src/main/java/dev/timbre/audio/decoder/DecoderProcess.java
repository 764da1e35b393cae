package dev.timbre.audio.decoder;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.javacpp.Loader;

/**
 * Decodes one file to the standard output and ends. Arguments: demuxer, codecs (comma-separated),
 * absolute path, longest output in seconds, sample rate wanted (0 keeps the file's own).
 *
 * <p>The output is a WAV stream of 32-bit floats whose sizes are 0xFFFFFFFF, as a program that
 * cannot seek writes it. The exit codes are 0, {@link #DAMAGED} and {@link #UNAVAILABLE}; a crash
 * of the natives is any other.
 */
public final class DecoderProcess {

  /** Exit code: the file cannot be decoded. */
  public static final int DAMAGED = 20;

  /** Exit code: the natives cannot be loaded, or the arguments are wrong. */
  public static final int UNAVAILABLE = 21;

  /** No single allocation of libav may exceed this many bytes, whatever a header asks for. */
  private static final long MAX_ALLOCATION = 50_000_000;

  private DecoderProcess() {}

  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    try {
      loadNatives();
    } catch (IOException | LinkageError e) {
      return fail(UNAVAILABLE, e);
    }
    try (OutputStream out = new FileOutputStream(FileDescriptor.out);
        AudioInput input = AudioInput.open(arguments.get(0), arguments.get(1), arguments.get(2))) {
      double maxSeconds = Double.parseDouble(arguments.get(3));
      int sampleRate = Integer.parseInt(arguments.get(4));
      new FloatStream(input, out, maxSeconds, sampleRate).writeAll();
      return 0;
    } catch (IndexOutOfBoundsException | NumberFormatException e) {
      return fail(UNAVAILABLE, e);
    } catch (IOException e) {
      return fail(DAMAGED, e);
    }
  }

  private static int fail(int code, Throwable reason) {
    System.err.println(reason.getMessage());
    return code;
  }

  /**
   * Loads the natives under a lock across processes: the first child unpacks them into the cache
   * directory, and a second one that starts meanwhile must not load half a library.
   */
  private static void loadNatives() throws IOException {
    Path cache = Path.of(System.getProperty("org.bytedeco.javacpp.cachedir"));
    Files.createDirectories(cache);
    try (FileChannel channel =
            FileChannel.open(
                cache.resolve("timbre.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.lock()) {
      if (lock.isValid()) {
        Loader.load(avutil.class);
        Loader.load(swresample.class);
        Loader.load(avcodec.class);
        Loader.load(avformat.class);
      }
    }
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    avutil.av_max_alloc(MAX_ALLOCATION);
  }
}
