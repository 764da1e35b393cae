package dev.timbre.notice.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** Something that people must know in time. There is one for each occasion. */
@Entity
@Immutable
@Table(name = "notice")
public class Notice extends Identified {

  private static final long serialVersionUID = 1L;

  /** What the occasion is called; short, since it is an index of its own. */
  public static final int KEY_LENGTH = 200;

  @Column(nullable = false, updatable = false, unique = true)
  private String key;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private NoticeKind kind;

  @Column(name = "brand_id", updatable = false)
  private UUID brandId;

  @Column(name = "subject_id", updatable = false)
  private UUID subjectId;

  @Convert(converter = NoticeContent.class)
  @Column(name = "content", nullable = false, updatable = false)
  private Map<String, String> values;

  protected Notice() {}

  /**
   * @param key names the occasion, for example {@code clone-deadline:<clone>:48}
   * @param about whose matter it is, and what it is about; both may be null
   * @param values what a reader is told: names, amounts, instants; never a secret, and nothing that
   *     a talent can be known by: what was mailed or posted cannot be erased
   */
  public Notice(Instant now, String key, NoticeKind kind, About about, Map<String, String> values) {
    super(now);
    if (key == null || key.isBlank() || key.length() > KEY_LENGTH) {
      throw new IllegalArgumentException("A notice needs a key of 1 to 200 characters");
    }
    this.key = key;
    this.kind = Objects.requireNonNull(kind, "kind");
    this.brandId = about.brandId();
    this.subjectId = about.subjectId();
    this.values = Map.copyOf(values);
  }

  /**
   * @param brandId null for what concerns the whole company
   * @param subjectId the thing itself, where it has an id
   */
  public record About(UUID brandId, UUID subjectId) {}

  public String getKey() {
    return key;
  }

  public NoticeKind getKind() {
    return kind;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public UUID getSubjectId() {
    return subjectId;
  }

  public Map<String, String> getValues() {
    return Map.copyOf(values);
  }
}
