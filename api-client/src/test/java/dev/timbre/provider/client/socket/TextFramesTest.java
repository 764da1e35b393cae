package dev.timbre.provider.client.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What is asked of the library, and when: seen from the library's side. */
class TextFramesTest {

  private static final int LARGE = TextFrames.READ_AHEAD / 2;

  /** The library's side of a WebSocket: counts what is asked for. */
  private static final class Line implements WebSocket {
    private long requested;
    private boolean aborted;
    private final List<String> sent = new ArrayList<>();

    @Override
    public CompletableFuture<WebSocket> sendText(CharSequence data, boolean last) {
      sent.add(data.toString());
      return CompletableFuture.completedFuture(this);
    }

    @Override
    public CompletableFuture<WebSocket> sendBinary(ByteBuffer data, boolean last) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<WebSocket> sendPing(ByteBuffer message) {
      return CompletableFuture.failedFuture(new IOException("Broken pipe"));
    }

    @Override
    public CompletableFuture<WebSocket> sendPong(ByteBuffer message) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<WebSocket> sendClose(int code, String reason) {
      sent.add("close " + code);
      return CompletableFuture.completedFuture(this);
    }

    @Override
    public void request(long n) {
      requested += n;
    }

    @Override
    public String getSubprotocol() {
      return "";
    }

    @Override
    public boolean isOutputClosed() {
      return false;
    }

    @Override
    public boolean isInputClosed() {
      return false;
    }

    @Override
    public void abort() {
      aborted = true;
    }
  }

  private final Line line = new Line();
  private final TextFrames frames = new TextFrames();

  private String take() throws Exception {
    return frames.take(System.nanoTime() + TimeUnit.SECONDS.toNanos(20));
  }

  @Test
  void framesThatNobodyPulls_stopTheSender() throws Exception {
    frames.onOpen(line);
    assertThat(line.requested).isEqualTo(1);
    frames.onText(line, "a".repeat(LARGE), true);
    assertThat(line.requested).isEqualTo(2);
    frames.onText(line, "b".repeat(LARGE), true);
    assertThat(line.requested).isEqualTo(2);

    assertThat(take()).startsWith("a");
    assertThat(line.requested).isEqualTo(3);
    assertThat(take()).startsWith("b");
    assertThat(line.requested).isEqualTo(3);
  }

  @Test
  void oneLargeFrame_isTakenWhole() throws Exception {
    frames.onOpen(line);
    for (int i = 0; i < 4; i++) {
      frames.onText(line, "a".repeat(LARGE), i == 3);
    }

    assertThat(line.requested).isEqualTo(4);
    assertThat(take()).hasSize(4 * LARGE);
    assertThat(line.requested).isEqualTo(5);
  }

  @Test
  void framesBeforeTheEnd_arePulledBeforeIt() throws Exception {
    frames.onOpen(line);
    frames.onText(line, "a", true);
    frames.onClose(line, 1000, "");

    assertThat(take()).isEqualTo("a");
    assertThatThrownBy(this::take)
        .isInstanceOfSatisfying(
            SocketClosed.class, closed -> assertThat(closed.isNormal()).isTrue());
  }

  @Test
  void firstEnd_counts() {
    frames.onOpen(line);
    frames.onError(line, new ProtocolException("first"));
    frames.onError(line, new IOException("second"));

    assertThatThrownBy(this::take).isInstanceOf(SocketDamaged.class).hasMessageContaining("first");
  }

  @Test
  void endsWithoutAWord_areAllAlike() {
    for (int way = 0; way < 3; way++) {
      TextFrames ended = new TextFrames();
      ended.onOpen(line);
      switch (way) {
        case 0 -> ended.onClose(line, 1006, "");
        case 1 -> ended.onError(line, new InternalError());
        default -> ended.probe();
      }

      assertThatThrownBy(() -> ended.take(System.nanoTime()))
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("the line ended without a word");
    }
  }

  @Test
  void nothingInTime_isSaid() {
    frames.onOpen(line);

    assertThatThrownBy(() -> frames.take(System.nanoTime())).isInstanceOf(TimeoutException.class);
  }

  @Test
  void textSentBeforeTheLineIsOpen_waitsForIt() {
    frames.send("one");
    frames.send("two");
    assertThat(line.sent).isEmpty();

    frames.onOpen(line);

    assertThat(line.sent).containsExactly("one", "two");
  }

  @Test
  void closing_saysGoodbyeOnceAndForgetsTheFrames() {
    frames.onOpen(line);
    frames.onText(line, "a", true);

    frames.close();
    frames.close();

    assertThat(line.sent).containsExactly("close 1000");
    assertThat(line.aborted).isTrue();
    assertThatThrownBy(this::take)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("this side");
  }

  @Test
  void lineThatOpensTooLate_isCutAtOnce() {
    frames.close();
    frames.onOpen(line);

    assertThat(line.aborted).isTrue();
    assertThat(line.requested).isZero();
  }

  @Property(tries = 500)
  void texts_arriveWholeHoweverTheyAreSplit(
      @ForAll @Size(max = 20) List<@StringLength(max = 200) String> texts,
      @ForAll @IntRange(min = 1, max = 50) int piece)
      throws Exception {
    Line peer = new Line();
    TextFrames pulled = new TextFrames();
    pulled.onOpen(peer);
    long callbacks = 0;
    for (String text : texts) {
      for (int at = 0; at == 0 || at < text.length(); at += piece) {
        int end = Math.min(text.length(), at + piece);
        pulled.onText(peer, text.substring(at, end), end == text.length());
        callbacks++;
      }
    }

    for (String text : texts) {
      assertThat(pulled.take(System.nanoTime())).isEqualTo(text);
    }
    assertThat(peer.requested).isEqualTo(callbacks + 1);
  }
}
