package dev.timbre.consent.faces;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Territory;
import dev.timbre.access.faces.Me;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.entity.Consent;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.Talent;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The form that notes a talent and what they agreed to; used on two pages. */
@Named("consentForm")
@ViewScoped
public class ConsentForm implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ConsentLedger ledger;
  @Inject BrandRegister brandRegister;
  @Inject Me me;
  @Inject Clock clock;

  private UUID talentId;
  private String talentName;
  private String talentContact;
  private ScopeChoice scope;

  @PostConstruct
  void begin() {
    ZoneId zone = ledger.zone();
    scope = new ScopeChoice(zone, LocalDate.now(clock.withZone(zone)));
    scope.setTerritories(Territory.WORLD);
  }

  /** Notes the consent, and the talent first when they are new. The consent's id. */
  public UUID save() {
    ConsentScope agreed = agreed();
    UUID id = ledger.create(talent(), agreed, scope.getStatement());
    begin();
    return id;
  }

  /** The talent, noted first when they are new. */
  public UUID talent() {
    if (talentId == null) {
      talentId = ledger.registerTalent(talentName, talentContact);
    }
    return talentId;
  }

  /** Adds what the form says as a further version. */
  public void extend(Consent consent) {
    ledger.extend(consent.getId(), consent.getVersion(), agreed(), scope.getStatement());
  }

  /** Begins with what was agreed to last. */
  public void beginWith(Consent consent) {
    scope = ScopeChoice.of(consent.newest().scope().in(ledger.zone()));
  }

  /** What the form says. */
  public ConsentScope agreed() {
    return new ConsentScope(
        set(scope.getBrandIds()),
        set(scope.getPurposes()),
        set(scope.getChannels()),
        words(scope.getTerritories()),
        words(scope.getLanguages()),
        scope.begin(),
        scope.end(),
        scope.getZone());
  }

  private static <T> Set<T> set(T[] values) {
    return values == null ? Set.of() : Set.copyOf(Arrays.asList(values));
  }

  private static Set<String> words(String text) {
    return text == null
        ? Set.of()
        : Arrays.stream(text.split("[\\s,;，、]+", -1))
            .filter(word -> !word.isEmpty())
            .collect(Collectors.toSet());
  }

  /** The brands for which the reader may note consents. */
  public List<Brand> getBrands() {
    return brandRegister.all().stream().filter(brand -> me.curates(brand.getId())).toList();
  }

  public List<Talent> getTalents() {
    return ledger.allTalents();
  }

  public Purpose[] getPurposes() {
    return Purpose.values();
  }

  public Channel[] getChannels() {
    return Channel.values();
  }

  public ScopeChoice getScope() {
    return scope;
  }

  public UUID getTalentId() {
    return talentId;
  }

  public void setTalentId(UUID talentId) {
    this.talentId = talentId;
  }

  public String getTalentName() {
    return talentName;
  }

  public void setTalentName(String talentName) {
    this.talentName = talentName;
  }

  public String getTalentContact() {
    return talentContact;
  }

  public void setTalentContact(String talentContact) {
    this.talentContact = talentContact;
  }
}
