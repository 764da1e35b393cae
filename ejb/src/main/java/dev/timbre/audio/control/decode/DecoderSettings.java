package dev.timbre.audio.control.decode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * How uploads are decoded.
 *
 * @param mode which program decodes
 * @param classPath class path of the bundled decoder, for example {@code /opt/timbre/decoder/*};
 *     null for a system ffmpeg
 * @param cacheDirectory where the bundled decoder unpacks its natives, private to this user and
 *     kept between runs; null for a system ffmpeg
 * @param ffmpeg the system's executable; null for the bundled decoder
 * @param timeLimit wall-clock time of one decode, after which its process is killed
 * @param concurrent decodes at the same time; further ones wait for their turn
 */
public record DecoderSettings(
    Mode mode,
    String classPath,
    Path cacheDirectory,
    Path ffmpeg,
    Duration timeLimit,
    int concurrent) {

  /** Decoding 5 min takes well under a second; this much is for a machine under load. */
  public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(30);

  /** Decodes at the same time when nothing else is configured. */
  public static final int DEFAULT_CONCURRENT = 2;

  /** Which program decodes. */
  public enum Mode {
    /** A child JVM with the ffmpeg natives that come with Timbre. */
    BUNDLED,
    /** An ffmpeg executable of the operating system. */
    SYSTEM
  }

  public DecoderSettings {
    Objects.requireNonNull(mode, "mode");
    Objects.requireNonNull(timeLimit, "timeLimit");
    if (mode == Mode.BUNDLED) {
      Objects.requireNonNull(classPath, "classPath");
      Objects.requireNonNull(cacheDirectory, "cacheDirectory");
    } else {
      Objects.requireNonNull(ffmpeg, "ffmpeg");
    }
    if (concurrent < 1 || timeLimit.isNegative() || timeLimit.isZero()) {
      throw new IllegalArgumentException(
          "The decoder needs a time limit above 0 and room for at least one run; got "
              + timeLimit
              + " and "
              + concurrent);
    }
  }

  /** The bundled decoder with default limits. */
  public static DecoderSettings bundled(String classPath, Path cacheDirectory) {
    return new DecoderSettings(
        Mode.BUNDLED, classPath, cacheDirectory, null, DEFAULT_TIME_LIMIT, DEFAULT_CONCURRENT);
  }

  /** A system ffmpeg with default limits. */
  public static DecoderSettings system(Path ffmpeg) {
    return new DecoderSettings(
        Mode.SYSTEM, null, null, ffmpeg, DEFAULT_TIME_LIMIT, DEFAULT_CONCURRENT);
  }

  /** The same with another time limit. */
  public DecoderSettings withTimeLimit(Duration limit) {
    return new DecoderSettings(mode, classPath, cacheDirectory, ffmpeg, limit, concurrent);
  }

  /** The same with another number of decodes at the same time. */
  public DecoderSettings withConcurrent(int count) {
    return new DecoderSettings(mode, classPath, cacheDirectory, ffmpeg, timeLimit, count);
  }
}
