package dev.timbre.sandbox.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signed download links that die, as those of the provider's object store do. */
public final class MediaLinks {
  /** Path under which links are served. */
  public static final String PATH = "/_media/";

  private final World world;
  private final ThreadLocal<String> asked = new ThreadLocal<>();
  private volatile String origin = "";

  public MediaLinks(World world) {
    this.world = world;
  }

  /** Says where the sandbox is reached, e.g. {@code http://127.0.0.1:8090}. */
  public void serveFrom(String origin) {
    this.origin = origin;
  }

  /**
   * Says where the request came in that this thread serves, which its links repeat; null when it is
   * served.
   */
  public void askedAt(String itsOrigin) {
    if (itsOrigin == null) {
      asked.remove();
    } else {
      asked.set(itsOrigin);
    }
  }

  /** Keeps some bytes under a new name and links to them. */
  public String publish(byte[] bytes, String extension, Duration life) throws IOException {
    return link(keep(bytes, extension), life);
  }

  /** Keeps some bytes under a new name, which is answered, to be linked to more than once. */
  public String keep(byte[] bytes, String extension) throws IOException {
    String name = UUID.randomUUID().toString().replace("-", "") + "." + extension;
    Files.write(bytesOf(name), bytes);
    return name;
  }

  /** A link to a name that is published, or to {@code file-<id>} of an upload. */
  public String link(String name, Duration life) {
    long expires = world.now().plus(life).getEpochSecond();
    String switched = world.settings().mediaOrigin();
    String own = asked.get() == null ? origin : asked.get();
    String base = switched == null ? own : switched;
    return base + PATH + name + "?Expires=" + expires + "&Signature=" + sign(name, expires);
  }

  /** Whether a link was made here, unaltered, and has not expired. */
  public boolean isValid(String name, String expires, String signature) {
    if (expires == null || signature == null || !expires.matches("\\d{1,15}")) {
      return false;
    }
    long until = Long.parseLong(expires);
    byte[] right = sign(name, until).getBytes(StandardCharsets.UTF_8);
    return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8))
        && world.now().getEpochSecond() < until;
  }

  /** Where published bytes lie; only for names that {@link #isValid} has passed. */
  public Path bytesOf(String name) {
    return world.directory().media(name);
  }

  private String sign(String name, long expires) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = world.settings().mediaSecret().getBytes(StandardCharsets.UTF_8);
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      byte[] text = (name + "\n" + expires).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(mac.doFinal(text), 0, 16);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
