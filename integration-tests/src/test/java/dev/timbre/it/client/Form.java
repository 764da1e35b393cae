package dev.timbre.it.client;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A multipart form. */
public final class Form {

  private final String boundary = "timbre-" + UUID.randomUUID();
  private final List<byte[]> parts = new ArrayList<>();

  public Form field(String name, String value) {
    return part("name=\"" + name + "\"", null, value.getBytes(StandardCharsets.UTF_8));
  }

  public Form file(String name, String filename, byte[] content) {
    String disposition = "name=\"" + name + "\"; filename=\"" + filename + "\"";
    return part(disposition, "application/octet-stream", content);
  }

  private Form part(String disposition, String type, byte[] content) {
    String head = "--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n";
    String typed = type == null ? head : head + "Content-Type: " + type + "\r\n";
    parts.add((typed + "\r\n").getBytes(StandardCharsets.UTF_8));
    parts.add(content);
    parts.add("\r\n".getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  BodyPublisher body() {
    List<byte[]> all = new ArrayList<>(parts);
    all.add(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
    return BodyPublishers.ofByteArrays(all);
  }
}
