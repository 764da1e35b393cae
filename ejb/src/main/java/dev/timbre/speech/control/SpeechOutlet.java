package dev.timbre.speech.control;

import dev.timbre.platform.error.BusinessException;
import dev.timbre.speech.entity.Speech;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where audio goes while it is made: into a file and to a listener. Before each piece it asks
 * whether it may go on; once it may not, nothing more goes to either. A listener who has gone is
 * not missed: the audio is kept for their next call.
 */
final class SpeechOutlet extends OutputStream {

  private final Speech speech;
  private final SpeechListener listener;
  private final Supplier<Optional<String>> watch;
  private OutputStream file = OutputStream.nullOutputStream();
  private String stopped;
  private boolean alone;
  private boolean empty = true;

  /**
   * @param watch answers the code of what forbids to go on
   */
  SpeechOutlet(Speech speech, SpeechListener listener, Supplier<Optional<String>> watch) {
    this.speech = speech;
    this.listener = listener;
    this.watch = watch;
  }

  /** Something that is told to the listener. */
  @FunctionalInterface
  private interface News {
    void tell() throws IOException;
  }

  SpeechOutlet over(OutputStream kept) {
    file = kept;
    return this;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    if (stopped == null) {
      watch.get().ifPresent(this::stop);
    }
    if (stopped == null) {
      file.write(bytes, offset, length);
      empty = false;
      tell(() -> listener.audio(bytes, offset, length));
    }
  }

  void start() {
    tell(() -> listener.started(speech));
  }

  /** From now on nothing goes out. */
  void stop(String code) {
    if (stopped == null) {
      stopped = code;
      fail(speech, new SpeechStopped(speech, code));
    }
  }

  void finish(Speech spoken) {
    tell(() -> listener.finished(spoken));
    alone = true;
  }

  void fail(Speech ended, BusinessException why) {
    tell(() -> listener.failed(ended, why));
    alone = true;
  }

  /** Code of what stopped it; null when nothing did. */
  String stopped() {
    return stopped;
  }

  /** Whether nothing went out at all. */
  boolean isEmpty() {
    return empty;
  }

  private void tell(News news) {
    if (alone) {
      return;
    }
    try {
      news.tell();
    } catch (IOException e) {
      alone = true;
    }
  }
}
