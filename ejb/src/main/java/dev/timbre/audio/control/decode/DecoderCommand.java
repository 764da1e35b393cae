package dev.timbre.audio.control.decode;

import dev.timbre.audio.entity.AudioFormat.Container;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The command line of one decode. The demuxer is forced and codecs and protocols are whitelisted:
 * left to guess, ffmpeg takes a playlist for sound and opens the files and addresses in it.
 */
final class DecoderCommand {

  private static final String PROGRAM = "dev.timbre.audio.decoder.DecoderProcess";
  private static final Path PRLIMIT = Path.of("/usr/bin/prlimit");
  private static final String CODECS =
      "mp3,mp3float,aac,alac,pcm_u8,pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,"
          + "pcm_alaw,pcm_mulaw,adpcm_ima_wav";

  private static final Set<String> SIXTEEN_BITS =
      Set.of("pcm_u8", "pcm_s16le", "pcm_alaw", "pcm_mulaw", "adpcm_ima_wav");

  /** Bytes of address space: ffmpeg itself, and a JVM, which reserves far more than it uses. */
  private static final String FFMPEG_SPACE = "600000000";

  private static final String JVM_SPACE = "2000000000";

  private final DecoderSettings settings;

  DecoderCommand(DecoderSettings settings) {
    this.settings = settings;
  }

  /** The words of the command, never seen by a shell. */
  List<String> of(DecodeRequest request) {
    boolean bundled = settings.mode() == DecoderSettings.Mode.BUNDLED;
    List<String> words = new ArrayList<>(limits(bundled));
    words.addAll(bundled ? bundled(request) : system(request));
    return words;
  }

  private List<String> limits(boolean bundled) {
    if (!Files.isExecutable(PRLIMIT)) {
      return List.of();
    }
    List<String> words = new ArrayList<>();
    words.add(PRLIMIT.toString());
    words.add("--as=" + (bundled ? JVM_SPACE : FFMPEG_SPACE));
    words.add("--cpu=" + (settings.timeLimit().toSeconds() + 1));
    words.add("--nofile=64");
    words.add("--core=0");
    if (!bundled) {
      words.add("--fsize=0"); // the bundled one unpacks its natives, so it must write files
    }
    words.add("--");
    return words;
  }

  private List<String> bundled(DecodeRequest request) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx64m",
        "-Xss512k",
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:ReservedCodeCacheSize=16m",
        "-XX:CompressedClassSpaceSize=32m",
        "-XX:-UsePerfData",
        "-XX:-CreateCoredumpOnCrash",
        "-XX:ErrorFile=/dev/null",
        "-XX:+ExitOnOutOfMemoryError",
        "-Xshare:auto",
        "-Dorg.bytedeco.javacpp.nopointergc=true",
        "-Dorg.bytedeco.javacpp.maxphysicalbytes=0", // prlimit and av_max_alloc do that better
        "-Dorg.bytedeco.javacpp.cachedir=" + settings.cacheDirectory().toAbsolutePath(),
        "-cp",
        absolute(settings.classPath()),
        PROGRAM,
        demuxer(request),
        CODECS,
        request.file().toAbsolutePath().toString(),
        Double.toString(request.maxSeconds()),
        Integer.toString(request.sampleRate()));
  }

  // The child runs in the root directory, where relative paths mean something else.
  private static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private List<String> system(DecodeRequest request) {
    List<String> words =
        new ArrayList<>(
            List.of(
                settings.ffmpeg().toString(),
                "-nostdin",
                "-hide_banner",
                "-v",
                "fatal",
                "-threads",
                "1",
                "-max_alloc",
                "50000000",
                "-protocol_whitelist",
                "file,pipe",
                "-codec_whitelist",
                CODECS,
                "-f",
                demuxer(request),
                "-i",
                "file:" + request.file().toAbsolutePath(),
                "-map",
                "0:a:0",
                "-vn",
                "-sn",
                "-dn",
                "-t",
                String.format(Locale.ROOT, "%.3f", request.maxSeconds())));
    if (request.sampleRate() != 0) {
      words.addAll(List.of("-ar", Integer.toString(request.sampleRate())));
    }
    words.addAll(
        List.of("-map_metadata", "-1", "-bitexact", "-c:a", pcm(request), "-f", "wav", "pipe:1"));
    return words;
  }

  /** Half the bytes where 16 bits hold all there is; anything else may go beyond full scale. */
  private static String pcm(DecodeRequest request) {
    boolean exact = SIXTEEN_BITS.contains(request.headers().format().codec());
    return exact && request.sampleRate() == 0 ? "pcm_s16le" : "pcm_f32le";
  }

  private static String demuxer(DecodeRequest request) {
    Container container = request.headers().format().container();
    return switch (container) {
      case WAV -> "wav";
      case MP3 -> "mp3";
      case M4A -> "mov";
    };
  }
}
