package dev.timbre.provider.client;

import static dev.timbre.provider.client.SessionScript.CONNECTED;
import static dev.timbre.provider.client.SessionScript.FINISHED;
import static dev.timbre.provider.client.SessionScript.LAST;
import static dev.timbre.provider.client.SessionScript.OK;
import static dev.timbre.provider.client.SessionScript.PIECE;
import static dev.timbre.provider.client.SessionScript.SETTING;
import static dev.timbre.provider.client.SessionScript.STARTED;
import static dev.timbre.provider.client.SessionScript.all;
import static dev.timbre.provider.client.SessionScript.begin;
import static dev.timbre.provider.client.SessionScript.outline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.SessionEvent.AudioPiece;
import dev.timbre.provider.client.SessionEvent.TextSpoken;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import dev.timbre.provider.client.wire.speech.AudioSetting;
import dev.timbre.provider.client.wire.speech.SocketSetting;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a session does when the provider keeps to the contract. */
class SpeechSessionTest {

  @Test
  void exchangeOfTheContract_isKept() throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  received.add(peer.requestLine());
                  received.add(peer.header("Authorization"));
                  peer.shakeHands();
                  peer.text(CONNECTED);
                  received.add(peer.read());
                  peer.text(STARTED);
                  received.add(peer.read());
                  peer.text(PIECE);
                  peer.text(LAST);
                  received.add(peer.read());
                  peer.text(FINISHED);
                  peer.close(1000);
                  received.add(peer.readToTheEnd());
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session =
            client
                .speech()
                .openSession(
                    SocketSetting.of(
                            SpeechModel.SPEECH_2_8_TURBO,
                            VoiceSetting.of("female-yujie").withSpeed(1).withVolume(1).withPitch(0))
                        .audio(
                            AudioSetting.defaults()
                                .withSampleRate(32000)
                                .withBitrate(128000)
                                .withFormat(AudioFormat.MP3)
                                .withChannels(1))
                        .build())) {
      assertThat(session.sessionId()).contains("9a01");
      assertThat(session.traceId()).contains("06ab71");
      assertThat(session.say("Good evening.")).isEqualTo(1);
      assertThat(session.unfinished()).containsExactly(1);

      AudioPiece piece = (AudioPiece) session.next().orElseThrow();
      assertThat(piece.text()).isEqualTo(1);
      assertThat(piece.audio().toByteArray()).containsExactly(0xff, 0xfb, 0x90);
      TextSpoken spoken = (TextSpoken) session.next().orElseThrow();
      assertThat(spoken.text()).isEqualTo(1);
      assertThat(spoken.info().length()).contains(Duration.ofMillis(930));
      assertThat(spoken.metering().usageCharacters()).hasValue(13);
      assertThat(spoken.subtitles()).isEmpty();
      assertThat(spoken.traceId()).contains("06ab71");
      session.finish();
      assertThat(session.next()).isEmpty();
      assertThat(session.next()).isEmpty();
      assertThat(session.unfinished()).isEmpty();

      assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("GET /ws/v1/t2a_v2 HTTP/1.1");
      assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("Bearer test-key-4711-secret");
      assertThat(received.poll(20, TimeUnit.SECONDS))
          .isEqualTo(
              "{\"event\":\"task_start\",\"model\":\"speech-2.8-turbo\",\"voice_setting\":"
                  + "{\"voice_id\":\"female-yujie\",\"speed\":1.0,\"vol\":1.0,\"pitch\":0},"
                  + "\"audio_setting\":{\"sample_rate\":32000,\"bitrate\":128000,"
                  + "\"format\":\"mp3\",\"channel\":1}}");
      assertThat(received.poll(20, TimeUnit.SECONDS))
          .isEqualTo("{\"event\":\"task_continue\",\"text\":\"Good evening.\"}");
      assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"event\":\"task_finish\"}");
      assertThat(received.poll(20, TimeUnit.SECONDS)).contains("1000");
    }
  }

  @Test
  void groupAndPrefix_areInTheAddress() throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    try (SocketServer server =
        new SocketServer(
            peer -> {
              received.add(peer.requestLine());
              begin(peer);
              peer.readToTheEnd();
            })) {
      ProviderEndpoint endpoint =
          new ProviderEndpoint(
              URI.create(server.uri() + "/prefix"),
              ApiKey.of(StubProvider.KEY),
              Optional.of("1234567890"),
              StubProvider.patient());
      try (MiniMaxClient client = MiniMaxClient.connect(endpoint);
          SpeechSession session = client.speech().openSession(SETTING)) {
        assertThat(session.unfinished()).isEmpty();
      }
      assertThat(received.take()).isEqualTo("GET /prefix/ws/v1/t2a_v2?GroupId=1234567890 HTTP/1.1");
    }
  }

  @Test
  void textsOneAfterTheOther_keepTheirAudioAndFigures() throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.read();
                  peer.read();
                  peer.read();
                  peer.text(PIECE);
                  peer.text(PIECE);
                  peer.text(LAST);
                  peer.text(
                      "{\"event\":\"task_continued\",\"data\":{\"audio\":\"00\",\"subtitle_file\":"
                          + "\"https://oss.example/a.json?Signature=y\"},\"is_final\":true,"
                          + "\"extra_info\":{\"usage_characters\":\"7\"},"
                          + OK);
                  peer.text(LAST);
                  peer.read();
                  peer.text(FINISHED);
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("One.");
      session.say("Two.");
      session.say("Three.");
      assertThat(session.unfinished()).containsExactly(1, 2, 3);
      session.finish();

      List<SessionEvent> events = all(session);

      assertThat(outline(events)).isEqualTo("1a1a1.2a2.3.");
      TextSpoken second = (TextSpoken) events.get(4);
      assertThat(second.metering().usageCharacters()).hasValue(7);
      assertThat(second.info().sampleRate()).isEmpty();
      assertThat(second.subtitles().orElseThrow().uri())
          .isEqualTo(URI.create("https://oss.example/a.json?Signature=y"));
      assertThat(((TextSpoken) events.get(5)).subtitles()).isEmpty();
      assertThat(session.usageCharacters()).isEqualTo(33);
    }
  }

  @Test
  void textSaidWhileAudioFlows_isSpokenInTheSameSession() throws Exception {
    int texts = 20;
    CountDownLatch firstPiece = new CountDownLatch(1);
    ExecutorService pool = Executors.newSingleThreadExecutor();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  for (String said = peer.read();
                      !said.contains("task_finish");
                      said = peer.read()) {
                    peer.text(PIECE);
                    peer.text(LAST);
                  }
                  peer.text(FINISHED);
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Text 1.");
      Future<Integer> speaker =
          pool.submit(
              () -> {
                firstPiece.await();
                int last = 0;
                for (int i = 2; i <= texts; i++) {
                  last = session.say("Text " + i + ".");
                }
                session.finish();
                return last;
              });
      assertThat(session.next().orElseThrow().text()).isEqualTo(1);
      firstPiece.countDown();

      List<SessionEvent> rest = all(session);

      assertThat(speaker.get(20, TimeUnit.SECONDS)).isEqualTo(texts);
      assertThat(rest).hasSize(2 * texts - 1);
      assertThat(rest).extracting(SessionEvent::text).isSorted();
    } finally {
      pool.shutdownNow();
    }
  }

  @Test
  void limits_areCheckedBeforeAnythingIsSent() throws Exception {
    BlockingQueue<String> received = new LinkedBlockingQueue<>();
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  while (true) {
                    received.add(peer.read());
                  }
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      for (String wrong : List.of("", " \n", "x".repeat(10_000), "One.<#0.001#>Two.")) {
        assertThatThrownBy(() -> session.say(wrong))
            .isInstanceOfSatisfying(
                InvalidRequest.class, refused -> assertThat(refused.field()).isEqualTo("text"));
      }
      session.say("好".repeat(9_999));
      session.finish();
      session.finish();
      assertThatThrownBy(() -> session.say("More."))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no more texts");

      assertThat(received.poll(20, TimeUnit.SECONDS)).contains("\"" + "好".repeat(9_999) + "\"");
      assertThat(received.poll(20, TimeUnit.SECONDS)).isEqualTo("{\"event\":\"task_finish\"}");
      assertThat(received).isEmpty();
    }
  }

  @Test
  void textsWithoutMeasure_areRefused() throws Exception {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  begin(peer);
                  peer.readToTheEnd();
                });
        MiniMaxClient client = server.client(StubProvider.patient());
        SpeechSession session = client.speech().openSession(SETTING)) {
      for (int i = 0; i < 1_000; i++) {
        session.say("Text.");
      }

      assertThatThrownBy(() -> session.say("Text."))
          .isInstanceOf(InvalidRequest.class)
          .hasMessageContaining("1000");
    }
  }
}
