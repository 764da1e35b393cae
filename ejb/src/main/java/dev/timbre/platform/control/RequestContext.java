package dev.timbre.platform.control;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What is known of the request under way besides who makes it. Filled at the edge. */
@RequestScoped
public class RequestContext {

  private String correlationId = UUID.randomUUID().toString();
  private String address;
  private String idempotencyKey;
  private String digest;
  private Duration pause;
  private UUID link;

  public void correlate(String id) {
    this.correlationId = id;
  }

  public void from(String networkAddress) {
    this.address = networkAddress;
  }

  /** The request comes from a talent, known by what their link opens. */
  public void throughLink(UUID subjectId) {
    this.link = subjectId;
  }

  /**
   * The request may be repeated under this key.
   *
   * @param requestDigest tells a repeat from a different request that reuses the key
   */
  public void repeatable(String key, String requestDigest) {
    this.idempotencyKey = key;
    this.digest = requestDigest;
  }

  /** Replaces the digest once the content is known, as for uploads. */
  public void digestedAs(String requestDigest) {
    this.digest = requestDigest;
  }

  /** The caller asks more often than it may, and should wait that long. */
  public void tooFast(Duration howLong) {
    this.pause = howLong;
  }

  /** How long the caller should wait; empty when it may go on. */
  public Optional<Duration> pause() {
    return Optional.ofNullable(pause);
  }

  /** Joins everything that one request caused, in log and audit. */
  public String correlationId() {
    return correlationId;
  }

  /** The caller's network address; empty for work of Timbre's own. */
  public Optional<String> address() {
    return Optional.ofNullable(address);
  }

  /** What the talent's link opens that the request came with; empty for everybody else. */
  public Optional<UUID> link() {
    return Optional.ofNullable(link);
  }

  public Optional<String> idempotencyKey() {
    return Optional.ofNullable(idempotencyKey);
  }

  public String digest() {
    return digest == null ? "" : digest;
  }

  /** Whoever has one IPv6 address has a network of them, as a rule a /64. */
  public static String networkOf(String address) {
    String[] groups = address.split(":", -1);
    boolean written = groups.length > 4 && !address.contains("::");
    return written ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
  }
}
