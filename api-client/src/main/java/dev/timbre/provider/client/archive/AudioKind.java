package dev.timbre.provider.client.archive;

import dev.timbre.provider.client.wire.speech.AudioFormat;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** Tells audio by its name, or else by its first bytes. */
final class AudioKind {

  /** First bytes that are enough. */
  static final int ENOUGH = 4;

  private static final Set<String> EXTENSIONS =
      Set.of("mp3", "wav", "flac", "pcm", "opus", "ogg", "pcmu", "raw");

  private AudioKind() {}

  static boolean isAudio(EntryName name) {
    return EXTENSIONS.contains(name.extension());
  }

  /** The format; the name counts first, since pcm may begin with any bytes. */
  static Optional<AudioFormat> of(byte[] start, EntryName name) {
    return isAudio(name) ? Optional.of(new AudioFormat(name.extension())) : ofBytes(start);
  }

  private static Optional<AudioFormat> ofBytes(byte[] start) {
    if (start.length < ENOUGH) {
      return Optional.empty();
    }
    String mark = new String(start, 0, ENOUGH, StandardCharsets.ISO_8859_1);
    boolean mpegFrame = start[0] == (byte) 0xff && (start[1] & 0xe6) == 0xe2;
    if (mark.startsWith("ID3") || mpegFrame) {
      return Optional.of(AudioFormat.MP3);
    }
    return switch (mark) {
      case "RIFF" -> Optional.of(AudioFormat.WAV);
      case "fLaC" -> Optional.of(AudioFormat.FLAC);
      case "OggS" -> Optional.of(new AudioFormat("opus"));
      default -> Optional.empty();
    };
  }

  /** Whether the bytes begin like a document: a refusal or an error page, not audio. */
  static boolean looksLikeText(byte[] start) {
    String text = new String(start, StandardCharsets.UTF_8).stripLeading();
    return text.startsWith("{") || text.startsWith("[") || text.startsWith("<");
  }
}
