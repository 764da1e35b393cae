package dev.timbre.access.faces;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.control.OwnProfile;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Territory;
import dev.timbre.audit.entity.Actor;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.platform.faces.Words;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** The names behind ids, for pages that say who did something and in which brand. */
@Named("names")
@RequestScoped
public class Names {

  private static final int SHORT = 8;

  @Inject OwnProfile profile;
  @Inject BrandRegister brands;
  @Inject Words words;

  private final Map<UUID, String> known = new HashMap<>();
  private Map<UUID, String> brandNames;

  /** Territories by name, in as few words as can be: groups of countries that are whole as such. */
  public String territories(Collection<String> codes) {
    return words.territories(Territory.gathered(codes));
  }

  /** People and clients by name; Timbre itself and links by what they are. */
  public String of(Actor actor) {
    if (actor == null) {
      return "";
    }
    String kind = words.of(actor.kind());
    return switch (actor.kind()) {
      case PERSON -> named(actor.id());
      case CLIENT -> kind + " " + named(actor.id());
      default -> actor.id() == null ? kind : kind + " " + shortened(actor.id());
    };
  }

  /** Who is behind an entry of the log; whoever signs in is known by whom they signed in as. */
  public String who(AuditEntry entry) {
    boolean signingIn = entry.getAction() == AuditAction.SESSION_SIGN_IN;
    return signingIn && entry.getSubjectId() != null
        ? person(entry.getSubjectId())
        : of(entry.getActor());
  }

  public String person(UUID id) {
    return named(id);
  }

  private String named(UUID id) {
    return known.computeIfAbsent(
        id, key -> profile.namesOf(List.of(key)).getOrDefault(key, shortened(key)));
  }

  public String brand(UUID id) {
    if (brandNames == null) {
      brandNames = brands.all().stream().collect(Collectors.toMap(Brand::getId, Brand::getName));
    }
    return brandNames.getOrDefault(id, id == null ? "" : shortened(id));
  }

  public String brands(Collection<UUID> ids) {
    return ids.stream().map(this::brand).sorted().collect(Collectors.joining(words.separator()));
  }

  /** The end of an id, which differs where beginnings are alike. */
  public String shortened(UUID id) {
    String text = id.toString();
    return "…" + text.substring(text.length() - SHORT);
  }
}
