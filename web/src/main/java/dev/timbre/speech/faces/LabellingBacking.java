package dev.timbre.speech.faces;

import dev.timbre.access.entity.TerritoryGroup;
import dev.timbre.platform.faces.Language;
import dev.timbre.platform.faces.LastDay;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Words;
import dev.timbre.speech.control.LabellingRegister;
import dev.timbre.speech.entity.LabellingPolicy;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What counts now for the labelling of speech, what counted, and the form that adds a policy. */
@Named("labellingPage")
@ViewScoped
public class LabellingBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject LabellingRegister register;
  @Inject Language language;
  @Inject Notices notices;
  @Inject Words words;
  @Inject Clock clock;

  private PolicyChoice choice = new PolicyChoice();
  private List<PolicyRow> inForce;
  private MoreRows<LabellingPolicy> rows;

  @PostConstruct
  void begin() {
    choice.setValidFrom(LocalDate.now(clock.withZone(language.getZone())));
    inForce = PolicyRow.of(register.inForce());
    rows = new MoreRows<>(request -> register.page(null, request));
  }

  public String decide() {
    Optional<TerritoryGroup> group = TerritoryGroup.named(choice.getTerritory());
    List<LabellingPolicy.Reach> reaches =
        group.map(TerritoryGroup::members).orElse(Set.of(choice.getTerritory())).stream()
            .sorted()
            .map(this::reach)
            .toList();
    register.decideAll(
        reaches,
        new LabellingPolicy.Demand(choice.isAudible(), choice.isMetadata(), choice.getUnlabelled()),
        choice.getNote());
    String where = group.map(Enum::name).orElseGet(() -> reaches.get(0).territory());
    notices.done("labelling.done", words.territory(where));
    return "/labelling.xhtml?faces-redirect=true";
  }

  private LabellingPolicy.Reach reach(String territory) {
    return new LabellingPolicy.Reach(
        choice.getBrandId(),
        territory,
        startOf(choice.getValidFrom()),
        LastDay.end(choice.getValidUntil(), language.getZone()));
  }

  private Instant startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(language.getZone()).toInstant();
  }

  public PolicyChoice getChoice() {
    return choice;
  }

  public List<PolicyRow> getInForce() {
    return inForce;
  }

  public MoreRows<LabellingPolicy> getRows() {
    return rows;
  }

  /** What was read of all policies so far, gathered. */
  public List<PolicyRow> getAll() {
    return PolicyRow.of(rows.getItems());
  }
}
