package dev.timbre.provider.client;

import static dev.timbre.provider.client.SessionScript.FINISHED;
import static dev.timbre.provider.client.SessionScript.LAST;
import static dev.timbre.provider.client.SessionScript.PIECE;
import static dev.timbre.provider.client.SessionScript.SETTING;
import static dev.timbre.provider.client.SessionScript.all;
import static dev.timbre.provider.client.SessionScript.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.SessionEvent.AudioPiece;
import dev.timbre.provider.client.SocketServer.Peer;
import dev.timbre.provider.client.SocketServer.Script;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.ProviderOutcomeUnknown;
import dev.timbre.provider.client.error.StreamCut;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** How a session ends, and what it leaves behind: nothing. */
class SpeechSessionEndTest {

  @Test
  void lineCutWhenAllIsSpokenAndFinished_isAnEnd() throws IOException {
    for (int i = 0; i < 20; i++) {
      try (SocketServer server =
              new SocketServer(
                  peer -> {
                    begin(peer);
                    peer.read();
                    peer.text(LAST);
                    peer.read();
                    peer.text(FINISHED);
                  });
          MiniMaxClient client = server.client(StubProvider.patient());
          SpeechSession session = client.speech().openSession(SETTING)) {
        session.say("Good evening.");
        session.finish();

        assertThat(all(session)).hasSize(1);
      }
    }
  }

  @Test
  void closing_wakesTheReaderAndSaysGoodbye() throws Exception {
    BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.text(PIECE);
                  ends.add(peer.readToTheEnd());
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");
      assertThat(session.next().orElseThrow()).isInstanceOf(AudioPiece.class);
      CountDownLatch reading = new CountDownLatch(1);
      Future<StreamCut> reader =
          pool.submit(
              () -> {
                reading.countDown();
                return catchThrowableOfType(StreamCut.class, session::next);
              });
      reading.await();

      session.close();
      session.close();

      StreamCut cut = reader.get(20, TimeUnit.SECONDS);
      assertThat(cut).hasMessageContaining("closed by this side");
      assertThat(cut.mayHaveBeenCarriedOut()).isTrue();
      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("closed with 1000");
      assertThatThrownBy(() -> session.say("More.")).isInstanceOf(IllegalStateException.class);
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void closingTheClient_endsItsSessions() throws Exception {
    BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    try (SocketServer server =
        new SocketServer(
            peer -> {
              begin(peer);
              ends.add(peer.readToTheEnd());
            })) {
      MiniMaxClient client = server.client(StubProvider.patient());
      SpeechSession session = client.speech().openSession(SETTING);

      client.close();

      assertThat(ends.poll(20, TimeUnit.SECONDS)).isEqualTo("closed with 1000");
      assertThatThrownBy(session::next).isInstanceOf(ProviderOutcomeUnknown.class);
      assertThatThrownBy(() -> client.speech().openSession(SETTING))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("closed");
    }
  }

  @Test
  void interruptedReader_staysInterrupted() throws Exception {
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.readToTheEnd();
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Good evening.");
      Future<Boolean> reader =
          pool.submit(
              () -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(session::next)
                    .isInstanceOf(StreamCut.class)
                    .hasMessageContaining("interrupted");
                return Thread.interrupted();
              });

      assertThat(reader.get(20, TimeUnit.SECONDS)).isTrue();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void everySession_givesItsThreadsAndSocketsBack() throws Exception {
    int sessions = 60;
    BlockingQueue<String> ends = new LinkedBlockingQueue<>();
    List<Script> ways =
        List.of(
            peer -> peer.text("nonsense"),
            peer -> peer.raw(Peer.frame(0x82, new byte[1])),
            peer -> peer.text(FINISHED),
            peer -> fail(peer, 1000),
            peer -> peer.close(1011),
            peer -> peer.text(LAST));
    BlockingQueue<Script> script = new LinkedBlockingQueue<>();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  script.take().play(peer);
                  ends.add(peer.readToTheEnd());
                });
        MiniMaxClient client = server.client(StubProvider.patient())) {
      List<Thread> before = selectors();
      for (int i = 0; i < sessions; i++) {
        script.add(ways.get(i % ways.size()));
        try (SpeechSession session = client.speech().openSession(SETTING)) {
          session.say("Good evening.");
          session.next();
        } catch (ProviderException expected) {
          assertThat(expected.operation()).isEqualTo(Operation.SPEAK_BY_SOCKET);
        }
      }

      for (int i = 0; i < sessions; i++) {
        assertThat(ends.poll(20, TimeUnit.SECONDS)).isNotNull();
      }
      assertThat(selectors()).hasSizeLessThanOrEqualTo(before.size() + 1);
    }
  }

  /** Each HTTP client of the library has one, and keeps it until it is collected. */
  private static List<Thread> selectors() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().contains("SelectorManager"))
        .toList();
  }

  private static void fail(Peer peer, int code) throws IOException {
    peer.text(
        "{\"session_id\":\"9a01\",\"event\":\"task_failed\",\"trace_id\":\"06ab99\","
            + "\"base_resp\":{\"status_code\":"
            + code
            + ",\"status_msg\":\"echo "
            + StubProvider.KEY
            + "\"}}");
    peer.readToTheEnd();
  }
}
