package dev.timbre.speech.faces;

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
  private List<LabellingPolicy> inForce;
  private MoreRows<LabellingPolicy> rows;

  @PostConstruct
  void begin() {
    choice.setValidFrom(LocalDate.now(clock.withZone(language.getZone())));
    inForce = register.inForce();
    rows = new MoreRows<>(request -> register.page(null, request));
  }

  public String decide() {
    LabellingPolicy.Reach reach =
        new LabellingPolicy.Reach(
            choice.getBrandId(),
            choice.getTerritory(),
            startOf(choice.getValidFrom()),
            LastDay.end(choice.getValidUntil(), language.getZone()));
    register.decide(
        reach,
        new LabellingPolicy.Demand(choice.isAudible(), choice.isMetadata(), choice.getUnlabelled()),
        choice.getNote());
    notices.done("labelling.done", words.territory(reach.territory()));
    return "/labelling.xhtml?faces-redirect=true";
  }

  private Instant startOf(LocalDate day) {
    return day == null ? null : day.atStartOfDay(language.getZone()).toInstant();
  }

  public PolicyChoice getChoice() {
    return choice;
  }

  public List<LabellingPolicy> getInForce() {
    return inForce;
  }

  public MoreRows<LabellingPolicy> getRows() {
    return rows;
  }
}
