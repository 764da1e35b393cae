package dev.timbre.audio.control;

import dev.timbre.audio.control.decode.DecodeRequest;
import dev.timbre.audio.control.decode.DecodedSound;
import dev.timbre.audio.control.decode.Decoder;
import dev.timbre.audio.control.decode.DecoderUnavailable;
import dev.timbre.audio.control.header.HeaderWalker;
import dev.timbre.audio.control.header.Headers;
import dev.timbre.audio.control.measure.QualityMeasurement;
import dev.timbre.audio.entity.AudioFormat;
import dev.timbre.audio.entity.QualityMeasures;
import dev.timbre.audio.entity.RecordingRejected;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Hears a file as preflight does, headers first and then one decode in a child process, but judges
 * nothing except that it is sound, and makes nothing of it. Safe for use by many threads.
 */
public final class Listening {

  private final Decoder decoder;

  Listening(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * What was heard.
   *
   * @param seconds the shorter of what the headers and the decoder say
   */
  public record Heard(AudioFormat format, double seconds, QualityMeasures measures) {}

  /**
   * Listens to a file.
   *
   * @param file the bytes, under a name that the server made
   * @param least seconds; a shorter one is refused before it is decoded
   * @param most seconds; likewise
   * @throws RecordingRejected when it is not a sound wav, mp3 or m4a, too short or too long
   * @throws DecoderUnavailable when it cannot be judged now
   */
  public Heard hear(Path file, double least, double most) {
    try {
      Headers headers = HeaderWalker.walk(Preflight.read(file), null);
      DurationRule.requireBetween(least, most, headers.seconds());
      QualityMeasurement measurement = new QualityMeasurement();
      DecodedSound sound = decoder.decode(new DecodeRequest(file, headers, 0), measurement);
      DurationRule.requireSame(headers.seconds(), sound.seconds());
      return new Heard(
          headers.format(), Math.min(headers.seconds(), sound.seconds()), measurement.measures());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
