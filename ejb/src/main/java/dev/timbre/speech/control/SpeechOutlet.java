package dev.timbre.speech.control;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where audio goes while it is made: into a file and to a listener. Before each piece it asks
 * whether it may go on; once it may not, nothing more goes to either. A listener who has gone or is
 * slow is not waited for: the audio is kept.
 */
final class SpeechOutlet extends OutputStream {

  private final SpeechRelay relay;
  private final Supplier<Optional<String>> watch;
  private OutputStream file = OutputStream.nullOutputStream();
  private boolean empty = true;

  /**
   * @param watch answers the code of what forbids to go on
   */
  SpeechOutlet(SpeechRelay relay, Supplier<Optional<String>> watch) {
    this.relay = relay;
    this.watch = watch;
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
    if (stopped() == null) {
      watch.get().ifPresent(this::stop);
    }
    if (stopped() == null) {
      file.write(bytes, offset, length);
      empty = false;
      relay.offer(bytes, offset, length);
    }
  }

  /** From now on nothing goes out. */
  void stop(String code) {
    relay.stop(code);
  }

  /** Code of what stopped it; null when nothing did. */
  String stopped() {
    return relay.stopped();
  }

  /** Whether nothing went out at all. */
  boolean isEmpty() {
    return empty;
  }
}
