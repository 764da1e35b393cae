package dev.timbre.sandbox.audio;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of sound files that customers may send, told apart by their first bytes. */
public enum SoundKind {
  WAV("wav"),
  MP3("mp3"),
  /** Also m4a. */
  MP4("mov"),
  AIFF("aiff"),
  FLAC("flac"),
  /** With an ADTS header before each frame. */
  AAC("aac"),
  /** Also opus. */
  OGG("ogg");

  /** What voices are cloned from and songs are covered from. */
  public static final Set<SoundKind> SAMPLES = EnumSet.of(WAV, MP3, MP4);

  private static final int HEAD_BYTES = 12;

  private final String demuxer;

  SoundKind(String demuxer) {
    this.demuxer = demuxer;
  }

  /** What the decoding library calls the reader of such files. */
  String demuxer() {
    return demuxer;
  }

  /** The kind of a file; empty when its bytes are of none of these. */
  static Optional<SoundKind> of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(HEAD_BYTES);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if ((text.startsWith("RIFF") || text.startsWith("RF64")) && text.startsWith("WAVE", 8)) {
      return Optional.of(WAV);
    }
    if (text.startsWith("FORM") && text.startsWith("AIF", 8)) {
      return Optional.of(AIFF);
    }
    if (text.startsWith("ftyp", 4)) {
      return Optional.of(MP4);
    }
    if (text.startsWith("fLaC")) {
      return Optional.of(FLAC);
    }
    if (text.startsWith("OggS")) {
      return Optional.of(OGG);
    }
    if (text.startsWith("ID3") || file.toString().endsWith(".mp3")) {
      return Optional.of(MP3);
    }
    return frameSync(head);
  }

  /** Eleven set bits begin a frame of both; the layer, which AAC has not, tells them apart. */
  private static Optional<SoundKind> frameSync(byte[] head) {
    if (head.length < 2 || head[0] != (byte) 0xFF || (head[1] & 0xE0) != 0xE0) {
      return Optional.empty();
    }
    return Optional.of((head[1] & 0x06) == 0 ? AAC : MP3);
  }
}
