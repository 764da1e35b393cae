package dev.timbre.audio.control.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.timbre.audio.control.fixture.Sample;
import dev.timbre.audio.control.fixture.WavFile;
import dev.timbre.audio.control.header.Headers;
import dev.timbre.audio.entity.AudioFormat;
import dev.timbre.audio.entity.AudioFormat.Container;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecoderTest {

  /** Of no other process: somebody else may run this test at the same time. */
  private static final String NAP = "98765." + ProcessHandle.current().pid();

  @TempDir Path directory;

  private static final class Counter implements PcmSink {

    private long frames;

    @Override
    public void begin(int sampleRate, int channels) {}

    @Override
    public void accept(float[][] samples, int count) {
      frames += count;
    }
  }

  private static DecodeRequest request(Path file, Container container, double seconds) {
    Headers headers = new Headers(new AudioFormat(container, "any", 8_000, 1), seconds);
    return new DecodeRequest(file, headers, 0);
  }

  private DecoderSettings standIn(String script) throws IOException {
    Path program = directory.resolve("stand-in");
    Files.writeString(program, "#!/bin/sh\n" + script + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return DecoderSettings.system(program);
  }

  private RecordingRule refusal(DecoderSettings settings, DecodeRequest request) {
    RecordingRejected rejected =
        catchThrowableOfType(
            RecordingRejected.class, () -> new Decoder(settings).decode(request, new Counter()));
    assertThat(rejected).isNotNull();
    return rejected.rule();
  }

  private DecodeRequest anyRequest() {
    return request(directory.resolve("any.wav"), Container.WAV, 10);
  }

  @Test
  void decoderThatNeverEnds_isKilledWithItsChildren() throws IOException {
    DecoderSettings settings =
        standIn("sleep %1$s & sleep %1$s".formatted(NAP)).withTimeLimit(Duration.ofSeconds(1));

    assertThat(refusal(settings, anyRequest())).isEqualTo(RecordingRule.DECODING_TOO_SLOW);

    // a process that was killed may take a moment to go
    await().until(() -> ProcessHandle.allProcesses().noneMatch(DecoderTest::isSleeper));
  }

  private static boolean isSleeper(ProcessHandle process) {
    return process.isAlive()
        && process.info().commandLine().filter(line -> line.contains(NAP)).isPresent();
  }

  @Test
  void endlessOutput_isNotReadBeyondTheAnnouncedLength() throws IOException {
    Path stream = Files.write(directory.resolve("head"), WavFile.pcm(8_000, 1, 32).tag(3).build());
    Counter counter = new Counter();
    Decoder decoder = new Decoder(standIn("cat " + stream + " /dev/zero"));

    assertThatExceptionOfType(RecordingRejected.class)
        .isThrownBy(() -> decoder.decode(anyRequest(), counter))
        .satisfies(e -> assertThat(e.rule()).isEqualTo(RecordingRule.UNDECODABLE));

    assertThat(counter.frames).isBetween(80_000L, 120_000L);
  }

  @ParameterizedTest
  @CsvSource({"exit 1", "exit 0", "'echo hello; exit 0'", "'kill -SEGV $$'"})
  void decoderThatGivesNoSound_refusesTheRecording(String script) throws IOException {
    assertThat(refusal(standIn(script), anyRequest())).isEqualTo(RecordingRule.UNDECODABLE);
  }

  @ParameterizedTest
  @CsvSource({"exit 126", "exit 127"})
  void decoderThatCannotRun_isUnavailable(String script) throws IOException {
    Decoder decoder = new Decoder(standIn(script));

    assertThatExceptionOfType(DecoderUnavailable.class)
        .isThrownBy(() -> decoder.decode(anyRequest(), new Counter()));
  }

  @Test
  void missingDecoder_isUnavailable() {
    assertThatExceptionOfType(DecoderUnavailable.class)
        .isThrownBy(() -> Decoders.unreachable().decode(anyRequest(), new Counter()));
  }

  @Test
  void bundledDecoderWithoutNatives_isUnavailable() {
    Decoder decoder = new Decoder(DecoderSettings.bundled("/nonexistent", directory));

    assertThatExceptionOfType(DecoderUnavailable.class)
        .isThrownBy(() -> decoder.decode(anyRequest(), new Counter()));
  }

  @ParameterizedTest
  @CsvSource({"3, 32", "1, 16"})
  void systemDecoder_streamsWavWithOtherChunks(int tag, int bits) throws IOException {
    byte[] wav = WavFile.pcm(8_000, 2, bits).tag(tag).seconds(3).declaring(0xFFFFFFFFL).build();
    byte[] list = WavFile.chunk("LIST", new byte[27]);
    Path stream = directory.resolve("stream");
    Files.write(
        stream,
        WavFile.join(Arrays.copyOf(wav, 36), list, Arrays.copyOfRange(wav, 36, wav.length)));
    Counter counter = new Counter();

    DecodedSound sound = new Decoder(standIn("cat " + stream)).decode(anyRequest(), counter);

    assertThat(sound).isEqualTo(new DecodedSound(8_000, 2, 24_000));
    assertThat(counter.frames).isEqualTo(24_000);
  }

  @Test
  void systemDecoder_runsWithoutTheServersEnvironment() throws IOException {
    DecoderSettings settings =
        standIn("test -z \"$HOME$JAVA_HOME$TIMBRE_DB_PASSWORD\" || exit 127");

    assertThat(refusal(settings, anyRequest())).isEqualTo(RecordingRule.UNDECODABLE);
  }

  @ParameterizedTest
  @CsvSource({"hls_playlist_renamed.mp3, MP3", "ffconcat_script_renamed.mp3, MP3"})
  void playlistThatGotPastTheHeaders_isStillNoSound(String name, Container container) {
    DecodeRequest request = request(Sample.DIRECTORY.resolve("bad/" + name), container, 10);

    assertThat(refusal(Decoders.bundled(), request)).isEqualTo(RecordingRule.UNDECODABLE);
  }

  @Test
  void childrenThatStartTogether_shareAFreshCache() throws Exception {
    Decoder decoder = new Decoder(Decoders.bundled(directory.resolve("cache")));
    Path file = Sample.named("valid/jfk_en_mono_16k_s16.wav").path();
    CyclicBarrier start = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<DecodedSound>> sounds =
          threads.invokeAll(
              List.of(
                  () -> decodeAfter(start, decoder, file),
                  () -> decodeAfter(start, decoder, file)));

      for (Future<DecodedSound> sound : sounds) {
        assertThat(sound.get()).isEqualTo(new DecodedSound(16_000, 1, 176_000));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static DecodedSound decodeAfter(CyclicBarrier start, Decoder decoder, Path file)
      throws Exception {
    start.await();
    return decoder.decode(request(file, Container.WAV, 11), new Counter());
  }
}
