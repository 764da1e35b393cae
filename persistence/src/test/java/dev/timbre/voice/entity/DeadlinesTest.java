package dev.timbre.voice.entity;

import static dev.timbre.testing.Moments.LATER;
import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.entity.Actor;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.Invalid;
import dev.timbre.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeadlinesTest {

  private static final Money FEE = Money.of("9.91", "CNY");

  @RegisterExtension final TestDatabase database = new TestDatabase();

  private RegisteredVoice anna;
  private CloneDecision.About about;

  @BeforeEach
  void aLiveVoice() {
    anna = RegisteredVoice.live(database);
    about = CloneDecision.About.of(anna.firstClone(), anna.voice());
  }

  @Test
  void decision_isReadAsWritten() {
    Actor ben = Actor.person(UUID.randomUUID());
    CloneDecision decision = database.saved(CloneDecision.activate(NOW, about, ben, FEE));
    database.run(
        work ->
            work.deadlines().getDecision(decision.getId()).done(LATER, Money.of("9.905", "CNY")));

    CloneDecision read =
        database.inTransaction(work -> work.deadlines().getDecision(decision.getId()));

    assertThat(read.getAbout()).isEqualTo(about);
    assertThat(read.getDecider()).isEqualTo(ben);
    assertThat(read.isByPolicy()).isFalse();
    assertThat(read.getFee()).isEqualTo(FEE);
    assertThat(read.getCost()).isEqualTo(Money.of("9.905", "CNY"));
    assertThat(read.getState()).isEqualTo(DecisionState.DONE);
    assertThat(read.getEndedAt()).isEqualTo(LATER);
  }

  @Test
  void secondDecisionOfAPolicyOnAClone_isRefusedByTheDatabase() {
    CloneDecision first = CloneDecision.activate(NOW, about, Actor.SYSTEM, FEE);
    first.end(DecisionState.FAILED, LATER, "budget-exhausted");
    database.saved(first);

    assertThatThrownBy(
            () -> database.saved(CloneDecision.activate(LATER, about, Actor.SYSTEM, FEE)))
        .hasStackTraceContaining("clone_decision_one_by_policy");
  }

  @Test
  void policyWhoseDecisionWasOvertaken_mayDecideAgain() {
    CloneDecision first = CloneDecision.activate(NOW, about, Actor.SYSTEM, FEE);
    first.end(DecisionState.OVERTAKEN, LATER, null);
    assertThat(first.barsPolicy()).isFalse();
    database.saved(first);

    CloneDecision second = database.saved(CloneDecision.activate(LATER, about, Actor.SYSTEM, FEE));

    assertThat(second.barsPolicy()).isTrue();
  }

  @Test
  void activationOfUnknownOutcome_barsThePolicyWhoeverDecided() {
    CloneDecision lost = CloneDecision.activate(NOW, about, Actor.person(UUID.randomUUID()), FEE);
    assertThat(lost.barsPolicy()).isFalse();

    lost.end(DecisionState.UNKNOWN, LATER, "timeout");

    assertThat(lost.barsPolicy()).isTrue();
  }

  @Test
  void pagesOfDeadlines_goOnAfterTheLastShownThoughDeadlinesAreEqual() {
    List<UUID> made = new ArrayList<>(List.of(about.cloneId()));
    for (int i = 0; i < 4; i++) {
      // all of them are sent at the same instant
      made.add(RegisteredVoice.live(database).firstClone().getId());
    }
    List<UUID> seen = new ArrayList<>();
    UUID next = null;
    do {
      PageRequest request = new PageRequest(2, next);
      Page<Clone> page = database.inTransaction(work -> work.deadlines().clones(null, request));
      page.items().forEach(clone -> seen.add(clone.getId()));
      next = page.next();
    } while (next != null);

    assertThat(seen).containsExactlyInAnyOrderElementsOf(made).doesNotHaveDuplicates();
    database.run(
        work ->
            assertThat(
                    work.deadlines().clones(Set.of(about.brandId()), PageRequest.first(10)).items())
                .extracting(Clone::getId)
                .containsExactly(about.cloneId()));
  }

  @Test
  void pageAfterAnUnknownClone_isRefusedAndNotTheFirstOne() {
    PageRequest request = new PageRequest(2, UUID.randomUUID());

    assertThatThrownBy(() -> database.run(work -> work.deadlines().clones(null, request)))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("first page");
  }

  @Test
  void secondOpenActivationOfAClone_isRefusedByTheDatabase() {
    Actor ben = Actor.person(UUID.randomUUID());
    database.saved(CloneDecision.activate(NOW, about, ben, FEE));

    assertThatThrownBy(() -> database.saved(CloneDecision.activate(NOW, about, ben, FEE)))
        .hasStackTraceContaining("clone_decision_one_open");
  }

  @Test
  void decisionsThatEnded_arePendingNoLonger() {
    Actor ben = Actor.person(UUID.randomUUID());
    CloneDecision lapse = database.saved(CloneDecision.letLapse(NOW, about, ben));
    List<UUID> clones = List.of(about.cloneId());
    database.run(
        work ->
            assertThat(work.deadlines().pendingOn(clones).get(about.cloneId()))
                .containsExactly(lapse));

    database.run(
        work ->
            work.deadlines().getDecision(lapse.getId()).end(DecisionState.OVERTAKEN, LATER, null));

    database.run(
        work -> {
          assertThat(work.deadlines().pendingOn(clones)).isEmpty();
          assertThat(work.deadlines().decisionsOn(about.cloneId())).containsExactly(lapse);
        });
  }

  @Test
  void ledger_showsTheBrandsThatCount() {
    CloneDecision lapse =
        database.saved(CloneDecision.letLapse(NOW, about, Actor.person(UUID.randomUUID())));
    PageRequest all = PageRequest.first(10);

    database.run(
        work -> {
          Deadlines ledger = work.deadlines();
          assertThat(ledger.page(null, null, all).items()).containsExactly(lapse);
          assertThat(ledger.page(Set.of(about.brandId()), null, all).items())
              .containsExactly(lapse);
          assertThat(ledger.page(null, about.brandId(), all).items()).containsExactly(lapse);
          assertThat(ledger.page(Set.of(UUID.randomUUID()), null, all).items()).isEmpty();
          assertThat(ledger.page(Set.of(UUID.randomUUID()), about.brandId(), all).items())
              .isEmpty();
        });
  }

  @Test
  void provisionalClones_areUnusedUntilTheyArePermanent() {
    Clone clone = anna.firstClone();
    UnusedClone unused = new UnusedClone(clone.getId(), about.brandId(), clone.getDeadline());
    database.run(
        work -> {
          Deadlines deadlines = work.deadlines();
          assertThat(deadlines.unused(clone.getDeadline(), 10)).containsExactly(unused);
          assertThat(deadlines.unused(clone.getDeadline().minus(Duration.ofSeconds(1)), 10))
              .isEmpty();
        });

    database.run(work -> work.clones().get(clone.getId()).used(LATER));

    database.run(work -> assertThat(work.deadlines().unused(clone.getDeadline(), 10)).isEmpty());
  }

  @Test
  void cloneOfARetiredVoice_isLeftToLapse() {
    database.run(
        work -> {
          Voice retired = work.voices().get(anna.voice().getId());
          retired.suspend("No longer wanted.");
          retired.retire();
        });

    database.run(
        work -> assertThat(work.deadlines().unused(anna.firstClone().getDeadline(), 10)).isEmpty());
  }
}
