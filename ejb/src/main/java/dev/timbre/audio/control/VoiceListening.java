package dev.timbre.audio.control;

import dev.timbre.audio.control.decode.DecodeRequest;
import dev.timbre.audio.control.decode.DecoderUnavailable;
import dev.timbre.audio.control.header.HeaderWalker;
import dev.timbre.audio.control.measure.TraitMeasurement;
import dev.timbre.audio.entity.RecordingRejected;
import dev.timbre.audio.entity.VoiceTraits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Measures how a voice sounds in stored audio, decoded under the same guard as uploads. */
@ApplicationScoped
public class VoiceListening {

  @Inject AudioConfig config;

  /**
   * @param audio a file of the store, mp3, wav or m4a
   * @throws RecordingRejected when it cannot be decoded
   * @throws DecoderUnavailable when it cannot be decoded now
   */
  public VoiceTraits listen(Path audio) {
    try {
      TraitMeasurement measurement = new TraitMeasurement();
      DecodeRequest request =
          new DecodeRequest(audio, HeaderWalker.walk(Files.readAllBytes(audio), null), 0);
      config.decoder().decode(request, measurement);
      return measurement.traits();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
