package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.SocketServer.Peer;
import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.speech.SocketSetting;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A WebSocket that goes on without getting on is given up in time. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class HostileSocketTest {

  private static final SocketSetting SETTING =
      SocketSetting.of(SpeechModel.SPEECH_2_8_HD, VoiceSetting.of("AnnaHost01")).build();

  /** What comes over and over instead of audio. */
  enum Idling {
    PINGS(Peer.frame(0x89, new byte[] {1})),
    UNASKED_PONGS(Peer.frame(0x8a, new byte[] {1})),
    EMPTY_FRAGMENTS(Peer.frame(0x00, new byte[0])),
    FRAGMENTS(Peer.frame(0x00, "a".getBytes(StandardCharsets.US_ASCII)));

    private final byte[] frame;

    Idling(byte[] frame) {
      this.frame = frame;
    }

    private void play(Peer peer) throws IOException {
      if (name().contains("FRAGMENTS")) {
        peer.raw(Peer.frame(0x01, new byte[] {'{'}));
      }
      while (true) {
        peer.raw(frame);
        LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
      }
    }
  }

  private static MiniMaxClient client(SocketServer server) {
    return MiniMaxClient.connect(
        new ProviderEndpoint(
            server.uri(),
            ApiKey.of(StubProvider.KEY),
            Optional.empty(),
            StubProvider.allOf(Duration.ofSeconds(1)),
            Dialect.MINIMAX));
  }

  @ParameterizedTest
  @EnumSource
  void noGreetingButIdling_isGivenUp(Idling idling) throws IOException {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  peer.shakeHands();
                  idling.play(peer);
                });
        MiniMaxClient client = client(server)) {
      ProviderException failure =
          catchThrowableOfType(ProviderException.class, () -> client.speech().openSession(SETTING));

      assertThat(failure.mayHaveBeenCarriedOut()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void noAudioButIdling_isGivenUpAndInDoubt(Idling idling) throws IOException {
    try (SocketServer server =
            new SocketServer(
                peer -> {
                  SessionScript.begin(peer);
                  peer.read();
                  idling.play(peer);
                });
        MiniMaxClient client = client(server);
        SpeechSession session = client.speech().openSession(SETTING)) {
      session.say("Hello.");

      ProviderException failure = catchThrowableOfType(ProviderException.class, session::next);

      assertThat(failure.mayHaveBeenCarriedOut()).isTrue();
      assertThat(failure.retry().allowed()).isFalse();
    }
  }
}
