package dev.timbre.sandbox.audio;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * Encodes sound as it comes, without a header that would need the end to be known. The bytes differ
 * from those of {@link AudioEncoder#encode}, the sound does not. Not for WAV, whose header states
 * the length.
 */
public final class StreamEncoder implements AutoCloseable {
  private static final int OPUS_RATE = 48_000;

  private final Encoding encoding;
  private final Optional<LibavEncoder> codec;
  private final int rate;

  public StreamEncoder(Encoding encoding) {
    this.encoding = encoding;
    this.rate = encoding.format() == AudioFormat.OPUS ? OPUS_RATE : encoding.sampleRate();
    this.codec =
        switch (encoding.format()) {
          case MP3 -> open("libmp3lame", "mp3", "write_xing=0:id3v2_version=0");
          case FLAC -> open("flac", "flac", "");
          case OPUS -> open("libopus", "ogg", "");
          case PCM, PCMU_RAW -> Optional.empty();
          case WAV, PCMU_WAV ->
              throw new IllegalArgumentException(encoding.format() + " cannot be streamed");
        };
  }

  /** Encodes what is complete already. */
  public static byte[] encode(Pcm sound, Encoding encoding) {
    try (StreamEncoder encoder = new StreamEncoder(encoding)) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(encoder.add(sound));
      bytes.writeBytes(encoder.finish());
      return bytes.toByteArray();
    }
  }

  private Optional<LibavEncoder> open(String name, String muxer, String options) {
    return Optional.of(LibavEncoder.stream(name, muxer, rate, encoding, options));
  }

  /** Takes more sound and gives the bytes that are ready, perhaps none. */
  public byte[] add(Pcm sound) {
    if (codec.isEmpty()) {
      return AudioEncoder.encode(sound, encoding);
    }
    codec.get().add(Resampler.resample(sound, rate));
    return codec.get().fresh();
  }

  /** Gives the last bytes. */
  public byte[] finish() {
    if (codec.isEmpty()) {
      return new byte[0];
    }
    codec.get().end();
    return codec.get().fresh();
  }

  @Override
  public void close() {
    codec.ifPresent(LibavEncoder::close);
  }
}
