package dev.timbre.consent.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Conflict;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** The human being whose voice it is. */
@Entity
@Table(name = "talent")
public class Talent extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int NAME_LENGTH = 120;
  public static final int CONTACT_LENGTH = 200;

  /** Stands where a name stood. */
  public static final String ERASED = "(erased)";

  @Column(nullable = false, length = NAME_LENGTH)
  private String name;

  @Column(length = CONTACT_LENGTH)
  private String contact;

  @Column(name = "erased_at")
  private Instant erasedAt;

  protected Talent() {}

  /**
   * @param contact how the company reaches them; may be null
   */
  public Talent(Instant now, String name, String contact) {
    super(now);
    this.name = Texts.required("name", name, NAME_LENGTH);
    this.contact = Texts.optional("contact", contact, CONTACT_LENGTH);
  }

  /** What they can be known by goes; only the id stays. Doing it twice does no harm. */
  public void erase(Instant now) {
    name = ERASED;
    contact = null;
    erasedAt = erasedAt == null ? now : erasedAt;
  }

  /**
   * @throws Conflict when their data were erased
   */
  public void requireKnown() {
    if (isErased()) {
      throw new Conflict(
          "talent-erased", "The data of talent " + getId() + " were erased; note them anew.");
    }
  }

  public boolean isErased() {
    return erasedAt != null;
  }

  /** Null unless their data were erased. */
  public Instant getErasedAt() {
    return erasedAt;
  }

  public String getName() {
    return name;
  }

  public String getContact() {
    return contact;
  }
}
