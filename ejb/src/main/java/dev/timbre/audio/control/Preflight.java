package dev.timbre.audio.control;

import dev.timbre.audio.control.decode.DecodeRequest;
import dev.timbre.audio.control.decode.DecodedSound;
import dev.timbre.audio.control.decode.Decoder;
import dev.timbre.audio.control.decode.DecoderUnavailable;
import dev.timbre.audio.control.decode.PcmSink;
import dev.timbre.audio.control.decode.SinkGroup;
import dev.timbre.audio.control.header.HeaderWalker;
import dev.timbre.audio.control.header.Headers;
import dev.timbre.audio.control.measure.QualityMeasurement;
import dev.timbre.audio.control.measure.QualityWarnings;
import dev.timbre.audio.control.measure.Waveform;
import dev.timbre.audio.control.normalise.Downmix;
import dev.timbre.audio.control.normalise.NormalisedAudio;
import dev.timbre.audio.entity.AudioFormat;
import dev.timbre.audio.entity.PreflightReport;
import dev.timbre.audio.entity.QualityMeasures;
import dev.timbre.audio.entity.RecordingFact.Kind;
import dev.timbre.audio.entity.RecordingPurpose;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.RecordingRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Judges an upload before anything else touches it: headers first, in memory and by our own code;
 * then one decode in a child process that feeds the measures, the waveform and the normalised
 * audio. Safe for use by many threads.
 */
public final class Preflight {

  private final Decoder decoder;

  public Preflight(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * Inspects an upload.
   *
   * @param file the bytes, under a name that the server made
   * @param fileName the client's name; only its ending is compared with the content; may be null
   * @param workDirectory where the normalised audio goes; belongs to the caller
   * @throws RecordingRejected when the upload breaks a rule
   * @throws DecoderUnavailable when it cannot be judged now
   * @throws UncheckedIOException when the file cannot be read or the directory not written
   */
  public PreflightResult inspect(
      Path file, String fileName, RecordingPurpose purpose, Path workDirectory) {
    try {
      byte[] bytes = read(file);
      Headers headers = HeaderWalker.walk(bytes, fileName);
      DurationRule.require(purpose, headers.seconds());
      return decode(new Upload(file, bytes.length, headers, purpose), workDirectory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Upload(Path file, long bytes, Headers headers, RecordingPurpose purpose) {}

  static byte[] read(Path file) throws IOException {
    long size = Files.size(file);
    if (size > RecordingPurpose.MAX_BYTES) {
      throw new RecordingRejected(
          RecordingRule.FILE_TOO_LARGE,
          Kind.BYTES.of(size),
          Kind.BYTES.of(RecordingPurpose.MAX_BYTES),
          "The file is larger than 20 MB (20000000 bytes).");
    }
    byte[] bytes = new byte[(int) size];
    try (InputStream in = Files.newInputStream(file)) {
      in.readNBytes(bytes, 0, bytes.length);
    }
    return bytes;
  }

  private PreflightResult decode(Upload upload, Path workDirectory) throws IOException {
    Headers headers = upload.headers();
    QualityMeasurement measurement = new QualityMeasurement();
    Waveform waveform = new Waveform(headers.seconds());
    int rate = NormalisedAudio.rateFor(headers.format().sampleRate(), headers.seconds());
    try (NormalisedAudio audio =
        new NormalisedAudio(workDirectory, headers.seconds(), Downmix.AVERAGE)) {
      PcmSink sink =
          rate == 0
              ? new SinkGroup(measurement, waveform, audio)
              : new SinkGroup(measurement, waveform);
      DecodedSound sound = decoder.decode(new DecodeRequest(upload.file(), headers, 0), sink);
      double seconds = judge(upload, sound);
      QualityMeasures measures = measurement.measures();
      Downmix mix = measurement.mix();
      Path normalised =
          rate == 0 && mix == Downmix.AVERAGE
              ? audio.finish()
              : again(upload, rate, mix, workDirectory);
      return new PreflightResult(
          report(upload, sound, seconds, measures), waveform.json(), normalised);
    }
  }

  /**
   * Decodes a second time, for the few recordings whose first decode could not be written as it
   * came: too long for their sample rate, or with channels that must not be mixed.
   */
  private Path again(Upload upload, int rate, Downmix mix, Path workDirectory) throws IOException {
    Headers headers = upload.headers();
    try (NormalisedAudio audio = new NormalisedAudio(workDirectory, headers.seconds(), mix)) {
      decoder.decode(new DecodeRequest(upload.file(), headers, rate), audio);
      return audio.finish();
    }
  }

  /** The length that counts: what both the headers and the decoder vouch for. */
  private static double judge(Upload upload, DecodedSound sound) {
    double announced = upload.headers().seconds();
    DurationRule.requireSame(announced, sound.seconds());
    double seconds = Math.min(announced, sound.seconds());
    DurationRule.require(upload.purpose(), seconds);
    return seconds;
  }

  private static PreflightReport report(
      Upload upload, DecodedSound sound, double seconds, QualityMeasures measures) {
    AudioFormat announced = upload.headers().format();
    // The decoder knows better: extensions of AAC may double the rate or the channels unannounced.
    AudioFormat format =
        new AudioFormat(
            announced.container(), announced.codec(), sound.sampleRate(), sound.channels());
    return new PreflightReport(
        format,
        seconds,
        upload.bytes(),
        QualityWarnings.of(upload.purpose(), seconds, sound.sampleRate(), measures),
        measures);
  }
}
