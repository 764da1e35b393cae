package dev.timbre.speech.faces;

import dev.timbre.access.entity.Territory;
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
import java.time.ZoneId;
import java.util.List;

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
    ZoneId zone = Territory.zone(choice.getTerritory());
    LocalDate first = choice.getValidFrom();
    register.decide(
        LabellingPolicy.Reach.over(
            choice.getBrandId(),
            choice.getTerritory(),
            first == null ? null : first.atStartOfDay(zone).toInstant(),
            LastDay.end(choice.getValidUntil(), zone)),
        new LabellingPolicy.Demand(choice.isAudible(), choice.isMetadata(), choice.getUnlabelled()),
        choice.getNote());
    notices.done("labelling.done", words.territory(where()));
    return "/labelling.xhtml?faces-redirect=true";
  }

  private String where() {
    return TerritoryGroup.named(choice.getTerritory())
        .map(Enum::name)
        .orElseGet(() -> Territory.of(choice.getTerritory()));
  }

  /** Since when it counts, in days of its territory; the whole validity where it ends. */
  public String validity(PolicyRow row) {
    LabellingPolicy policy = row.getPolicy();
    String from = said(row.getFirstDay(), policy.getValidFrom());
    String span =
        policy.getValidUntil() == null
            ? from
            : from + " – " + said(row.getLastDay(), policy.getValidUntil());
    return row.getFirstDay() == null && row.getLastDay() == null
        ? span
        : words.fill("labelling.by", span, words.zone(row.getZone()));
  }

  /** A moment that is no midnight there is told as what it is, by the reader's clock. */
  private String said(LocalDate day, Instant at) {
    return day == null ? words.moment(at) : words.day(day);
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
