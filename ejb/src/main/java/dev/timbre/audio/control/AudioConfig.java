package dev.timbre.audio.control;

import dev.timbre.audio.control.decode.Decoder;
import dev.timbre.audio.control.decode.DecoderSettings;
import dev.timbre.storage.control.BlobStore;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How recordings are decoded on this node, and the one preflight that does it so. */
@ApplicationScoped
public class AudioConfig {

  /** An ffmpeg executable of the operating system; without it the bundled decoder works. */
  @Inject
  @ConfigProperty(name = "timbre.audio.ffmpeg")
  Optional<Path> ffmpeg;

  /** Where the jars of the bundled decoder lie. */
  @Inject
  @ConfigProperty(name = "timbre.audio.decoder-directory")
  Path decoderDirectory;

  /** Wall-clock time of one decode, after which its process is killed. */
  @Inject
  @ConfigProperty(name = "timbre.audio.decode-time-limit", defaultValue = "PT30S")
  Duration timeLimit;

  /** Decodes at the same time on one node. */
  @Inject
  @ConfigProperty(name = "timbre.audio.concurrent-decodes", defaultValue = "2")
  int concurrent;

  @Inject BlobStore store;

  private Decoder decoder;
  private Preflight preflight;
  private Listening listening;

  @PostConstruct
  void configure() {
    DecoderSettings settings = ffmpeg.map(DecoderSettings::system).orElseGet(this::bundled);
    decoder = new Decoder(settings.withTimeLimit(timeLimit).withConcurrent(concurrent));
    preflight = new Preflight(decoder);
    listening = new Listening(decoder);
  }

  private DecoderSettings bundled() {
    return DecoderSettings.bundled(
        decoderDirectory.resolve("*").toString(), store.workDirectory().resolve("decoder"));
  }

  Decoder decoder() {
    return decoder;
  }

  Preflight preflight() {
    return preflight;
  }

  /** For those who only want to know what a file sounds like. */
  public Listening listening() {
    return listening;
  }
}
