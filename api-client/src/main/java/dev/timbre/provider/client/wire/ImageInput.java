package dev.timbre.provider.client.wire;

import dev.timbre.provider.client.error.InvalidRequest;
import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An image that a request refers to: an address that the provider fetches, or the image itself,
 * which then travels as a data URL. Its text form shows neither.
 */
public final class ImageInput {

  private static final String BASE64 = ";base64,";

  private final String value;
  private final Optional<URI> address;
  private final Optional<ImageFormat> format;
  private final Optional<ImageSize> size;
  private final int bytes;

  private ImageInput(URI address) {
    this.value = address.toString();
    this.address = Optional.of(address);
    this.format = Optional.empty();
    this.size = Optional.empty();
    this.bytes = 0;
  }

  private ImageInput(byte[] content, Optional<ImageFormat> format) {
    this.value =
        "data:"
            + format.map(ImageFormat::mediaType).orElse("application/octet-stream")
            + BASE64
            + Base64.getEncoder().encodeToString(content);
    this.address = Optional.empty();
    this.format = format;
    this.size = ImageSize.of(content);
    this.bytes = content.length;
  }

  /** An image that the provider fetches; only its address is checked. */
  public static ImageInput at(URI address) {
    return new ImageInput(address);
  }

  /** The image itself; its format is told by its bytes. */
  public static ImageInput of(byte[] content) {
    return new ImageInput(content, ImageFormat.of(content));
  }

  /**
   * The image in a data URL. What it claims to be does not count: its bytes do.
   *
   * @throws InvalidRequest when it is no data URL in Base64
   */
  public static ImageInput ofDataUrl(String dataUrl) {
    int comma = dataUrl.indexOf(BASE64);
    if (comma < 0 || !dataUrl.toLowerCase(Locale.ROOT).startsWith("data:")) {
      throw new InvalidRequest("image", "no data URL in Base64", "data:image/…;base64,…");
    }
    try {
      return of(Base64.getDecoder().decode(dataUrl.substring(comma + BASE64.length()).strip()));
    } catch (IllegalArgumentException damaged) {
      throw new InvalidRequest(
          "image", "a data URL with damaged Base64", "data:image/…;base64,… in whole");
    }
  }

  /**
   * This input, if it may stand in {@code field}.
   *
   * @param most the image must have fewer bytes
   * @throws InvalidRequest for another format or size, or an address that is not http or https
   */
  public ImageInput require(String field, Set<ImageFormat> formats, int most) {
    if (address.isPresent()) {
      Check.webAddress(field, address.get());
      return this;
    }
    if (format.filter(formats::contains).isEmpty()) {
      String names =
          formats.stream().sorted().map(ImageFormat::name).collect(Collectors.joining(", "));
      throw new InvalidRequest(
          field, format.map(ImageFormat::name).orElse("of an unknown format"), names);
    }
    if (bytes >= most) {
      throw new InvalidRequest(field, bytes + " bytes long", "fewer than " + most + " bytes");
    }
    return this;
  }

  /** Width and height, where the image is at hand and its head could be read. */
  public Optional<ImageSize> size() {
    return size;
  }

  /** What stands on the wire: an address or a data URL. */
  public String value() {
    return value;
  }

  @Override
  public String toString() {
    return "ImageInput[" + address.map(uri -> "at " + uri.getHost()).orElse(bytes + " bytes") + "]";
  }
}
