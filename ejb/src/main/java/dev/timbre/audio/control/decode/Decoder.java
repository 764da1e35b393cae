package dev.timbre.audio.control.decode;

import dev.timbre.audio.entity.RecordingFact;
import dev.timbre.audio.entity.RecordingFact.Kind;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Decodes files in a child process: a fault in native code, its memory and its time stay out of the
 * server. A few run at a time, each is killed at its time limit, and no more output is read than
 * the headers announce. Safe for use by many threads.
 */
public final class Decoder {

  private static final Logger LOG = System.getLogger(Decoder.class.getName());

  /** Exit codes of a shell-less start that failed, and of the bundled program for the same. */
  private static final int NOT_EXECUTABLE = 126;

  private static final int NOT_FOUND = 127;
  private static final int BUNDLED_UNAVAILABLE = 21;
  private static final int JVM_FAILED = 1;
  private static final int MAX_DIAGNOSIS = 500;
  private static final double READ_SURPLUS_SECONDS = 0.5;

  private final DecoderSettings settings;
  private final DecoderCommand command;
  private final Semaphore turns;

  public Decoder(DecoderSettings settings) {
    this.settings = settings;
    this.command = new DecoderCommand(settings);
    this.turns = new Semaphore(settings.concurrent(), true);
  }

  /**
   * Decodes a file whose headers were walked.
   *
   * @throws RecordingRejected when it cannot be decoded, or not in time
   * @throws DecoderUnavailable when the decoder cannot run
   */
  public DecodedSound decode(DecodeRequest request, PcmSink sink) {
    try {
      // Everyone ahead may use the whole time limit; beyond that the server is overloaded.
      if (!turns.tryAcquire(2 * settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DecoderUnavailable(
            "All " + settings.concurrent() + " decoders are busy; try again in a minute.");
      }
    } catch (InterruptedException e) {
      throw interrupted();
    }
    try {
      return run(request, sink);
    } finally {
      turns.release();
    }
  }

  private DecodedSound run(DecodeRequest request, PcmSink sink) {
    Process process = start(request);
    AtomicBoolean timedOut = new AtomicBoolean();
    process
        .onExit()
        .orTimeout(settings.timeLimit().toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(
            late -> {
              timedOut.set(true);
              kill(process);
              return process;
            });
    try {
      Optional<DecodedSound> sound = read(process, request, sink);
      return judge(process, timedOut, sound);
    } catch (InterruptedException e) {
      throw interrupted();
    } finally {
      kill(process);
    }
  }

  private Process start(DecodeRequest request) {
    ProcessBuilder builder = new ProcessBuilder(command.of(request));
    builder.environment().clear();
    builder.directory(request.file().toAbsolutePath().getRoot().toFile());
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      return process;
    } catch (IOException e) {
      LOG.log(Level.ERROR, "The decoder cannot be started", e);
      throw unavailable();
    }
  }

  /**
   * Reads the sound; empty when there was none or the stream broke off, which the exit explains.
   */
  private static Optional<DecodedSound> read(Process process, DecodeRequest request, PcmSink sink) {
    GuardedSink guarded = new GuardedSink(sink);
    try (InputStream out = process.getInputStream()) {
      return new PcmStream(out).feed(guarded, request.maxSeconds() + READ_SURPLUS_SECONDS);
    } catch (IOException e) {
      LOG.log(Level.INFO, "The decoder''s output was given up: {0}", e.getMessage());
      kill(process);
      return Optional.empty();
    }
  }

  private DecodedSound judge(Process process, AtomicBoolean timedOut, Optional<DecodedSound> sound)
      throws InterruptedException {
    int exit = process.waitFor();
    if (timedOut.get()) {
      RecordingFact limit = Kind.SECONDS.of(settings.timeLimit().toSeconds());
      throw new RecordingRejected(
          RecordingRule.DECODING_TOO_SLOW,
          Kind.MORE_THAN_SECONDS.of(settings.timeLimit().toSeconds()),
          limit,
          "Decoding took more than " + limit + " and was stopped.");
    }
    if (exit == 0 && sound.isPresent()) {
      return sound.get();
    }
    boolean ours = failedToRun(exit);
    LOG.log(
        ours ? Level.ERROR : Level.INFO,
        "The decoder ended with code {0}: {1}",
        exit,
        diagnosis(process));
    if (ours) {
      throw unavailable();
    }
    throw new RecordingRejected(
        RecordingRule.UNDECODABLE,
        null,
        Kind.DECODABLE_SOUND.of(),
        "The sound could not be decoded.");
  }

  private boolean failedToRun(int exit) {
    boolean bundled = settings.mode() == DecoderSettings.Mode.BUNDLED;
    return exit == NOT_EXECUTABLE
        || exit == NOT_FOUND
        || (bundled && (exit == BUNDLED_UNAVAILABLE || exit == JVM_FAILED));
  }

  private static String diagnosis(Process process) {
    try (InputStream errors = process.getErrorStream()) {
      String text = new String(errors.readNBytes(MAX_DIAGNOSIS), StandardCharsets.UTF_8);
      return text.replaceAll("\\p{Cntrl}+", " ").strip();
    } catch (IOException e) {
      return "no message";
    }
  }

  private static void kill(Process process) {
    if (process.isAlive()) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private static DecoderUnavailable unavailable() {
    return new DecoderUnavailable(
        "The decoder for recordings cannot run on this server; an operator finds the reason in its"
            + " log.");
  }

  private static DecoderUnavailable interrupted() {
    Thread.currentThread().interrupt();
    return new DecoderUnavailable("The server is stopping; upload the recording again later.");
  }

  /** Keeps a full disk apart from a broken stream: the first is ours, the second the file's. */
  private record GuardedSink(PcmSink sink) implements PcmSink {

    @Override
    public void begin(int sampleRate, int channels) {
      try {
        sink.begin(sampleRate, channels);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void accept(float[][] samples, int frames) {
      try {
        sink.accept(samples, frames);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
