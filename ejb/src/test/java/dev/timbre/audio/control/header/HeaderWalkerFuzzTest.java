package dev.timbre.audio.control.header;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.timbre.audio.control.fixture.Sample;
import dev.timbre.audio.control.fixture.WavFile;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.RecordingRejected;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Spoils every recording in a few hundred ways, the same in every run. Whatever comes out, the
 * walker either gives a length or refuses; anything else it throws fails the test.
 */
class HeaderWalkerFuzzTest {

  private static final int CASES = 300;
  private static final int MAX_BYTES = 200_000;

  /** Guards against an endless loop only; the whole takes a few seconds. */
  private static final Duration HANG = Duration.ofMinutes(5);

  static List<Sample> samples() {
    return Sample.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void spoiltFile_isMeasuredOrRefused(Sample sample) {
    byte[] original = shortened(sample.bytes());

    assertTimeoutPreemptively(
        HANG,
        () -> {
          for (int i = 0; i < CASES; i++) {
            Random random = new Random(31L * i + sample.name().hashCode());
            walk(spoil(original, random), sample + " case " + i);
          }
        });
  }

  private static void walk(byte[] bytes, String description) {
    try {
      Headers headers = HeaderWalker.walk(bytes, null);
      assertThat(headers.seconds()).as(description).isPositive().isFinite();
      assertThat(headers.format().channels()).as(description).isBetween(1, 2);
      assertThat(headers.format().sampleRate()).as(description).isBetween(8_000, 192_000);
    } catch (RecordingRejected rejected) {
      assertThat(rejected.violations()).as(description).hasSize(1);
    }
  }

  // The headers are what matters, and short files make time for more cases.
  private static byte[] shortened(byte[] bytes) {
    return bytes.length > MAX_BYTES ? Arrays.copyOf(bytes, MAX_BYTES) : bytes;
  }

  private static byte[] spoil(byte[] original, Random random) {
    byte[] bytes = original.clone();
    return switch (random.nextInt(6)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 1 -> flip(bytes, random, bytes.length);
      case 2 -> flip(bytes, random, Math.min(bytes.length, 4_096));
      case 3 -> extreme(bytes, random);
      case 4 -> lengthen(bytes, random);
      default -> remove(bytes, random);
    };
  }

  private static byte[] flip(byte[] bytes, Random random, int within) {
    for (int i = random.nextInt(40); i >= 0 && within > 0; i--) {
      bytes[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  /** Writes numbers that overflow or loop into places where sizes and counts may stand. */
  private static byte[] extreme(byte[] bytes, Random random) {
    byte[][] values = {
      {0, 0, 0, 0}, {-1, -1, -1, -1}, {127, -1, -1, -1}, {-128, 0, 0, 0}, {0, 0, 0, 1}, {1, 0, 0, 0}
    };
    for (int i = random.nextInt(4); i >= 0 && bytes.length > 4; i--) {
      int at = random.nextInt(Math.min(bytes.length - 4, random.nextBoolean() ? 200 : 100_000));
      System.arraycopy(values[random.nextInt(values.length)], 0, bytes, at, 4);
    }
    return bytes;
  }

  private static byte[] lengthen(byte[] bytes, Random random) {
    byte[] more = new byte[random.nextInt(5_000)];
    random.nextBytes(more);
    int at = random.nextInt(bytes.length + 1);
    return WavFile.join(
        Arrays.copyOf(bytes, at), more, Arrays.copyOfRange(bytes, at, bytes.length));
  }

  private static byte[] remove(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length + 1);
    int to = Math.min(bytes.length, from + random.nextInt(5_000));
    return WavFile.join(Arrays.copyOf(bytes, from), Arrays.copyOfRange(bytes, to, bytes.length));
  }

  static List<Arguments> repeated() {
    byte[] ftyp = {0, 0, 0, 8, 'f', 't', 'y', 'p'};
    byte[] emptyBox = {0, 0, 0, 8, 'f', 'r', 'e', 'e'};
    byte[] emptyId3 = {'I', 'D', '3', 3, 0, 0, 0, 0, 0, 0};
    byte[] smallFrame = Arrays.copyOf(new byte[] {-1, -13, 20, -64}, 24);
    byte[] emptyChunk = {'L', 'I', 'S', 'T', 0, 0, 0, 0};
    byte[] riff = {'R', 'I', 'F', 'F', 0, 0, 0, 0, 'W', 'A', 'V', 'E'};
    return List.of(
        arguments("boxes", ftyp, emptyBox),
        arguments("ID3 tags", new byte[0], emptyId3),
        arguments("mp3 frames", new byte[0], smallFrame),
        arguments("chunks", riff, emptyChunk),
        arguments("sync bytes", new byte[0], new byte[] {-1}));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("repeated")
  void largestFileOfSmallestParts_isWalkedOrRefused(String name, byte[] start, byte[] part) {
    byte[] bytes = Arrays.copyOf(start, RecordingPurpose.MAX_BYTES);
    for (int at = start.length; at + part.length <= bytes.length; at += part.length) {
      System.arraycopy(part, 0, bytes, at, part.length);
    }

    assertTimeoutPreemptively(HANG, () -> walk(bytes, name));
  }
}
