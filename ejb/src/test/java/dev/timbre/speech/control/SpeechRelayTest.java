package dev.timbre.speech.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.speech.entity.SpeechScript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SpeechRelayTest {

  private static final int PIECE = 32 * 1024;
  private static final int MANY = 4 * SpeechRelay.MOST_WAITING / PIECE;

  private static final Duration NEVER = Duration.ZERO;

  private final Speech speech = aSpeech();
  private final AtomicReference<String> forbidden = new AtomicReference<>();
  private final Listener listener = new Listener();
  private final SpeechRelay relay = new SpeechRelay(speech, listener, NEVER, this::forbidden);
  private final SpeechOutlet outlet = new SpeechOutlet(relay, this::forbidden);

  @TempDir Path directory;
  private Path file;

  @BeforeEach
  void aFile() {
    file = directory.resolve("audio");
  }

  /** Hears a piece only when it is let. */
  private static final class Listener implements SpeechListener {

    final ByteArrayOutputStream heard = new ByteArrayOutputStream();
    final List<String> news = new CopyOnWriteArrayList<>();
    CountDownLatch awake = new CountDownLatch(0);
    final CountDownLatch waited = new CountDownLatch(2);
    boolean gone;

    @Override
    public void started(Speech begun) {
      news.add("started");
    }

    @Override
    public void audio(byte[] bytes, int offset, int length) throws IOException {
      try {
        awake.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      if (gone) {
        throw new IOException("Broken pipe");
      }
      heard.write(bytes, offset, length);
    }

    @Override
    public void waiting() throws IOException {
      news.add("waiting");
      waited.countDown();
      if (gone) {
        throw new IOException("Broken pipe");
      }
    }

    @Override
    public void finished(Speech spoken) {
      news.add("finished");
    }

    @Override
    public void failed(Speech ended, BusinessException why) {
      news.add(why.code());
    }
  }

  private static Speech aSpeech() {
    UUID any = UUID.randomUUID();
    return new Speech(
        Instant.EPOCH,
        Actor.client(any),
        new Speech.Grounds(any, any, any, any, any, any, any),
        new SpeechScript("Guten Tag"),
        "speech-2.8-hd",
        SpeechFormat.DEFAULT,
        any);
  }

  private Optional<String> forbidden() {
    return Optional.ofNullable(forbidden.get());
  }

  private void make(int pieces) throws IOException {
    Random random = new Random(pieces);
    byte[] piece = new byte[PIECE];
    try (OutputStream out = Files.newOutputStream(file)) {
      outlet.over(out);
      for (int i = 0; i < pieces; i++) {
        random.nextBytes(piece);
        outlet.write(piece);
      }
    }
  }

  private void begin() {
    relay.start(handOn -> new Thread(handOn).start());
  }

  @Test
  void quickListener_hearsWhatIsKept() throws IOException {
    begin();
    make(20);
    relay.finish(speech, () -> file);

    assertThat(listener.heard.toByteArray()).isEqualTo(Files.readAllBytes(file));
    assertThat(listener.news).containsExactly("started", "finished");
  }

  @Test
  void listenerWhoStalls_isNotWaitedForAndHearsTheRestFromTheStore() throws Exception {
    listener.awake = new CountDownLatch(1);
    begin();
    make(MANY);
    assertThat(listener.heard.size()).isZero();
    assertThat(Files.size(file)).isEqualTo((long) MANY * PIECE);

    CompletableFuture<Void> finishing =
        CompletableFuture.runAsync(() -> relay.finish(speech, () -> file));
    listener.awake.countDown();
    finishing.join();

    assertThat(listener.heard.toByteArray()).isEqualTo(Files.readAllBytes(file));
    assertThat(listener.news).containsExactly("started", "finished");
  }

  @Test
  void consentThatEndsWhileTheListenerLags_stopsWhatWasNotHeardYet() throws Exception {
    listener.awake = new CountDownLatch(1);
    begin();
    make(MANY);
    forbidden.set("consent-withdrawn");
    listener.awake.countDown();
    relay.finish(speech, () -> file);

    assertThat(listener.heard.size()).isLessThanOrEqualTo(PIECE);
    assertThat(listener.news).containsExactly("started", "consent-withdrawn");
  }

  @Test
  void consentThatEndsWhileItIsMade_stopsFileAndListenerAtOnce() throws Exception {
    begin();
    make(1);
    forbidden.set("consent-withdrawn");
    make(0);
    outlet.write(new byte[PIECE]);
    relay.end();

    assertThat(outlet.stopped()).isEqualTo("consent-withdrawn");
    assertThat(listener.news).containsExactly("started", "consent-withdrawn");
    assertThat(listener.heard.size()).isLessThanOrEqualTo(PIECE);
  }

  @Test
  void listenerWhoGoes_isNotMissed() throws IOException {
    listener.gone = true;
    begin();
    make(MANY);
    relay.finish(speech, () -> file);

    assertThat(Files.size(file)).isEqualTo((long) MANY * PIECE);
    assertThat(listener.news).containsExactly("started");
  }

  @Test
  void listenerOfAProviderThatPauses_isToldNowAndThen() throws Exception {
    SpeechRelay patient = new SpeechRelay(speech, listener, Duration.ofMillis(5), this::forbidden);
    patient.start(handOn -> new Thread(handOn).start());
    listener.waited.await();
    patient.offer(new byte[PIECE], 0, PIECE);
    patient.finish(speech, () -> file);

    assertThat(listener.heard.size()).isEqualTo(PIECE);
    assertThat(listener.news).startsWith("started", "waiting", "waiting").endsWith("finished");
  }

  @Test
  void listenerWhoGoesInAPause_isToldNothingMore() throws Exception {
    listener.gone = true;
    SpeechRelay patient = new SpeechRelay(speech, listener, Duration.ofMillis(5), this::forbidden);
    patient.start(handOn -> new Thread(handOn).start());
    patient.offer(new byte[PIECE], 0, PIECE);
    patient.finish(speech, () -> file);

    assertThat(listener.news).doesNotContain("finished");
  }

  @Test
  void earlierSpeech_comesFromTheStore() throws IOException {
    make(3);
    relay.repeat(() -> file);

    assertThat(listener.heard.toByteArray()).isEqualTo(Files.readAllBytes(file));
    assertThat(listener.news).containsExactly("started", "finished");
  }
}
