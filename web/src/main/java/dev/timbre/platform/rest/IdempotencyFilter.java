package dev.timbre.platform.rest;

import dev.timbre.platform.control.RequestContext;
import dev.timbre.platform.entity.IdempotencyKey;
import dev.timbre.platform.error.Invalid;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Reads the {@code Idempotency-Key} and a digest of what is asked, and keeps bodies other than
 * uploads small.
 */
@Provider
public class IdempotencyFilter implements ContainerRequestFilter {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern FORM =
      Pattern.compile("[\\x21-\\x7e]{1," + IdempotencyKey.MAX_LENGTH + "}");

  /** Largest body that is not an upload, in bytes; the longest speech text is 40 kB. */
  private static final int LARGEST_BODY = 256 * 1024;

  @Inject RequestContext request;

  @Override
  public void filter(ContainerRequestContext context) throws IOException {
    MediaType type = context.getMediaType();
    boolean upload = MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type);
    if (upload && type.getParameters().get("boundary") == null) {
      refuse(
          context, 400, "malformed-body", "A multipart form names its boundary in Content-Type.");
      return;
    }
    byte[] body = upload || !context.hasEntity() ? new byte[0] : read(context);
    if (body.length > LARGEST_BODY) {
      refuse(context, 413, "body-too-large", "The body may have " + LARGEST_BODY + " bytes.");
      return;
    }
    if (!isText(body)) {
      refuse(context, 400, "malformed-body", "The body is not UTF-8.");
      return;
    }
    String key = context.getHeaderString(HEADER);
    if (key == null) {
      return;
    }
    if (!FORM.matcher(key).matches()) {
      throw new Invalid(
          "idempotency-key-malformed",
          "Idempotency-Key must be 1 to "
              + IdempotencyKey.MAX_LENGTH
              + " visible ASCII characters, for example a UUID.");
    }
    request.repeatable(key, digest(context, body));
  }

  /** Else what cannot be read would silently become question marks. */
  private static boolean isText(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  private void refuse(ContainerRequestContext context, int status, String code, String detail) {
    context.abortWith(new Problem(status, code, detail).response(request.correlationId()).build());
  }

  private static byte[] read(ContainerRequestContext context) throws IOException {
    byte[] body = context.getEntityStream().readNBytes(LARGEST_BODY + 1);
    context.setEntityStream(new ByteArrayInputStream(body));
    return body;
  }

  private static String digest(ContainerRequestContext context, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String line = context.getMethod() + " " + context.getUriInfo().getRequestUri().getPath();
      digest.update(line.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
