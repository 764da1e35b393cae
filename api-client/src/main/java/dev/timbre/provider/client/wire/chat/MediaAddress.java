package dev.timbre.provider.client.wire.chat;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.FileId;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Where the model finds an image or a video: a web address, a {@code data:} address that holds the
 * bytes in base64, or a file stored at the provider.
 */
public record MediaAddress(String value) {

  private static final String STORED = "mm_file://";

  /**
   * @throws InvalidRequest when it is none of the three
   */
  public MediaAddress {
    Check.notBlank("messages.content.url", value);
    String start = value.substring(0, Math.min(value.length(), 16)).toLowerCase(Locale.ROOT);
    if (Stream.of("https://", "http://", "data:", STORED).noneMatch(start::startsWith)) {
      throw new InvalidRequest(
          "messages.content.url",
          value.length() + " characters of another kind",
          "an address that begins with https://, http://, data: or mm_file://");
    }
  }

  /** A file stored at the provider, there for the models to see. */
  public static MediaAddress of(FileId stored) {
    return new MediaAddress(STORED + stored.value());
  }

  /**
   * Refuses bytes that are surely too many; what is not in the address itself is not measured.
   *
   * @throws InvalidRequest for more than {@code mostBytes} bytes in a {@code data:} address
   */
  void require(String field, long mostBytes) {
    int comma = value.indexOf(',');
    if (value.regionMatches(true, 0, "data:", 0, 5) && comma > 0) {
      long bytes = (value.length() - comma - 1) / 4L * 3;
      if (bytes > mostBytes) {
        throw new InvalidRequest(
            field, bytes + " bytes", "at most " + mostBytes + " bytes; send a web address instead");
      }
    }
  }

  @Override
  public String toString() {
    return "MediaAddress[" + value.length() + " characters]";
  }
}
