package dev.timbre.voice.faces;

import dev.timbre.access.faces.Me;
import dev.timbre.consent.control.ConsentLedger;
import dev.timbre.consent.entity.ConsentStanding;
import dev.timbre.finding.control.FindingCatalogue;
import dev.timbre.finding.entity.FindingState;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.faces.Words;
import dev.timbre.speech.control.SpeechSettlement;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.voice.control.DeadlineDecisions;
import dev.timbre.voice.control.DeadlineDecisions.Deadline;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What needs a decision today, in numbers, and what it would cost. */
@Named("matters")
@RequestScoped
public class Matters {

  /** A deadline beyond it can wait for another day. */
  private static final Duration SOON = Duration.ofHours(96);

  /** From here on a budget is near its limit. */
  private static final int NEARLY_SPENT = 80;

  @Inject DeadlineDecisions deadlines;
  @Inject FindingCatalogue findings;
  @Inject ConsentLedger consents;
  @Inject BudgetRegister budgets;
  @Inject SpeechSettlement settlements;
  @Inject Decisions decisions;
  @Inject Me me;
  @Inject Words words;
  @Inject Clock clock;

  private List<Matter> matters;
  private List<Deadline> due;

  /**
   * One kind of matter.
   *
   * @param name of its texts
   * @param count at least 1
   * @param cost what deciding them costs at most, in words; null where it costs nothing
   */
  public record Matter(String name, long count, String page, String cost) {}

  /** The kinds of which there is at least one, the most urgent first. */
  public List<Matter> getAll() {
    if (matters == null) {
      matters = new ArrayList<>();
      add("due", getDue().size(), "deadlines.xhtml", costOf(getDue()));
      if (me.isApprover()) {
        int asked = decisions.getSubmitted().size() + decisions.getToHear().size();
        add("approvals", asked, "approvals.xhtml", null);
      }
      Page<Voice> silent = deadlines.withoutClone(null, PageRequest.first(PageRequest.MAX_LIMIT));
      add("lost", silent.items().size(), "deadlines.xhtml", null);
      long open = findings.count(new FindingCatalogue.Wanted(null, null, FindingState.OPEN, null));
      add("findings", open, "findings.xhtml", null);
      add("consents", consentsExpiring(), "consents.xhtml", null);
      if (me.isAdmin() || me.isAuditor()) {
        add("budgets", budgetsNearlySpent(), "budgets.xhtml", null);
        add("unknown", unknownSpeeches(), "unknown.xhtml", null);
      }
    }
    return matters;
  }

  private void add(String name, long count, String page, String cost) {
    if (count > 0) {
      matters.add(new Matter(name, count, page, cost));
    }
  }

  /** Unused clones whose deadline is near and about which nothing is decided. */
  public List<Deadline> getDue() {
    if (due == null) {
      Instant soon = clock.instant().plus(SOON);
      due =
          deadlines.deadlines(null, PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
              .filter(deadline -> deadline.decision() == null)
              .filter(deadline -> deadline.unused().getDeadline().isBefore(soon))
              .toList();
    }
    return due;
  }

  /** Amounts of different currencies stay apart. */
  private String costOf(Collection<Deadline> some) {
    Map<String, Money> sums = new TreeMap<>();
    some.forEach(one -> sums.merge(one.fee().getCurrency(), one.fee(), Money::plus));
    return sums.values().stream().map(words::money).collect(Collectors.joining(" + "));
  }

  private long budgetsNearlySpent() {
    return budgets.page(null, PageRequest.first(PageRequest.MAX_LIMIT)).items().stream()
        .filter(budget -> budgets.standing(budget).spentPercent() >= NEARLY_SPENT)
        .count();
  }

  private long consentsExpiring() {
    PageRequest most = PageRequest.first(PageRequest.MAX_LIMIT);
    return consents.page(null, ConsentStanding.EXPIRING, most).items().size();
  }

  private long unknownSpeeches() {
    return settlements.open(PageRequest.first(PageRequest.MAX_LIMIT)).items().size();
  }
}
