package dev.timbre.provider.client.transport;

import dev.timbre.provider.client.dialect.UploadForm;
import dev.timbre.provider.client.wire.file.FileUpload;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;

/** The two parts of an upload, its purpose and its bytes, as a body of known length. */
public final class MultipartBody {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String boundary;
  private final byte[] head;
  private final byte[] tail;
  private final long length;

  public MultipartBody(FileUpload upload, UploadForm form) {
    byte[] random = new byte[16];
    RANDOM.nextBytes(random);
    boundary = "timbre-" + HexFormat.of().formatHex(random);
    String parts =
        """
        --%1$s
        Content-Disposition: form-data; name="%4$s"

        %2$s
        --%1$s
        Content-Disposition: form-data; name="%5$s"; filename="%3$s"
        Content-Type: application/octet-stream

        """
            .replace("\n", "\r\n")
            .formatted(
                boundary,
                upload.purpose(),
                escaped(upload.filename()),
                form.purposePart(),
                form.filePart());
    head = parts.getBytes(StandardCharsets.UTF_8);
    tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    length = head.length + upload.length() + tail.length;
  }

  /** As browsers do it (WHATWG HTML, multipart/form-data); other control characters vanish. */
  static String escaped(String filename) {
    String name = filename.substring(filename.lastIndexOf('/') + 1);
    return name.replace("\"", "%22")
        .replace("\r", "%0D")
        .replace("\n", "%0A")
        .replaceAll("\\p{Cntrl}", "");
  }

  public String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /**
   * Reads {@code content} in small pieces while sending. It can be sent once: a second reader gets
   * nothing, which the HTTP client reports as a fault.
   */
  public BodyPublisher publisher(InputStream content) {
    Iterator<InputStream> once = List.of(content).iterator();
    return BodyPublishers.fromPublisher(
        BodyPublishers.concat(
            BodyPublishers.ofByteArray(head),
            BodyPublishers.ofInputStream(() -> once.hasNext() ? once.next() : null),
            BodyPublishers.ofByteArray(tail)),
        length);
  }
}
