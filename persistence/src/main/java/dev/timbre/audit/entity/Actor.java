package dev.timbre.audit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.UUID;

/**
 * Who did something, as an id that outlives whatever it names.
 *
 * @param kind what the id stands for
 * @param id the person or client; null for the system and for nobody known
 */
@Embeddable
public record Actor(
    @Enumerated(EnumType.STRING) @Column(name = "actor_kind", updatable = false) ActorKind kind,
    @Column(name = "actor_id", updatable = false) UUID id) {

  public static final Actor SYSTEM = new Actor(ActorKind.SYSTEM, null);
  public static final Actor ANONYMOUS = new Actor(ActorKind.ANONYMOUS, null);

  public static Actor person(UUID id) {
    return new Actor(ActorKind.PERSON, id);
  }

  public static Actor client(UUID id) {
    return new Actor(ActorKind.CLIENT, id);
  }

  /** A talent, known by the question or the consent that their link opens. */
  public static Actor link(UUID subjectId) {
    return new Actor(ActorKind.LINK, subjectId);
  }

  public boolean isPerson() {
    return kind == ActorKind.PERSON;
  }

  /** For example {@code person:0197…}; {@link #parse} reads it back. */
  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + (id == null ? "" : ":" + id);
  }

  /** Reads {@link #toString()}; anything else is nobody known. */
  public static Actor parse(String text) {
    int colon = text == null ? -1 : text.indexOf(':');
    if (colon < 0) {
      return "system".equals(text) ? SYSTEM : ANONYMOUS;
    }
    try {
      UUID id = UUID.fromString(text.substring(colon + 1));
      return switch (text.substring(0, colon)) {
        case "person" -> person(id);
        case "client" -> client(id);
        case "link" -> link(id);
        default -> ANONYMOUS;
      };
    } catch (IllegalArgumentException e) {
      return ANONYMOUS;
    }
  }
}
