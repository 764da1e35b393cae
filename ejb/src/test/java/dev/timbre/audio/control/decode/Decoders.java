package dev.timbre.audio.control.decode;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The decoders that tests run. */
public final class Decoders {

  private static final Path CACHE = Path.of("target", "decoder-cache");

  private Decoders() {}

  /** The bundled decoder as it ships, on the class path of this build. */
  public static DecoderSettings bundled() {
    return bundled(CACHE);
  }

  static DecoderSettings bundled(Path cache) {
    String natives =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> entry.contains("bytedeco"))
            .collect(Collectors.joining(File.pathSeparator));
    Path program = Path.of("target", "classes").toAbsolutePath();
    return DecoderSettings.bundled(program + File.pathSeparator + natives, cache);
  }

  /** A decoder that cannot run: whoever reaches it gets {@link DecoderUnavailable}. */
  public static Decoder unreachable() {
    return new Decoder(DecoderSettings.system(Path.of("/nonexistent/ffmpeg")));
  }
}
