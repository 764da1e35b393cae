package dev.timbre.platform.rest;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Immutable bytes, whole or in one range (RFC 9110), so that players can seek. */
public final class FileResponse {

  private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

  /** Kept by the caller alone, who asks each time whether it may still have it. */
  private static final String CACHING = "private, no-cache";

  private FileResponse() {}

  /**
   * @param sha256 serves as entity tag; the bytes under it never change
   * @throws ClientErrorException with 416 when the range begins beyond the last byte
   */
  public static Response of(
      Path file, String mediaType, String sha256, Request request, HttpHeaders headers) {
    EntityTag tag = new EntityTag(sha256);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).header("Cache-Control", CACHING).build();
    }
    long size = size(file);
    Matcher range = range(headers, tag);
    if (range == null) {
      return describe(Response.ok(body(file, 0, size)), mediaType, tag, size).build();
    }
    long first = range.group(1).isEmpty() ? size - number(range.group(2)) : number(range.group(1));
    long last =
        range.group(1).isEmpty() || range.group(2).isEmpty()
            ? size - 1
            : Math.min(number(range.group(2)), size - 1);
    first = Math.max(first, 0);
    if (first > last || first >= size) {
      throw new ClientErrorException(
          Response.status(416).header("Content-Range", "bytes */" + size).build());
    }
    long length = last - first + 1;
    return describe(Response.status(206).entity(body(file, first, length)), mediaType, tag, length)
        .header("Content-Range", "bytes " + first + "-" + last + "/" + size)
        .build();
  }

  private static Matcher range(HttpHeaders headers, EntityTag tag) {
    String wanted = headers.getHeaderString("Range");
    String only = headers.getHeaderString("If-Range");
    if (wanted == null || only != null && !only.equals("\"" + tag.getValue() + "\"")) {
      return null;
    }
    Matcher matcher = RANGE.matcher(wanted.strip());
    // several ranges or another unit: the whole file is a right answer too
    boolean usable =
        matcher.matches() && !(matcher.group(1).isEmpty() && matcher.group(2).isEmpty());
    return usable ? matcher : null;
  }

  private static Response.ResponseBuilder describe(
      Response.ResponseBuilder response, String mediaType, EntityTag tag, long length) {
    return response
        .type(mediaType)
        .tag(tag)
        .header("Accept-Ranges", "bytes")
        .header("Content-Length", length)
        .header("Cache-Control", CACHING);
  }

  private static StreamingOutput body(Path file, long first, long length) {
    return out -> {
      try (InputStream in = Files.newInputStream(file)) {
        in.skipNBytes(first);
        byte[] buffer = new byte[64 * 1024];
        long left = length;
        while (left > 0) {
          int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
          if (n < 0) {
            throw new IOException("The stored file became shorter");
          }
          out.write(buffer, 0, n);
          left -= n;
        }
      }
    };
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
