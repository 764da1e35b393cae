package dev.timbre.consent.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.audit.entity.Actor;
import dev.timbre.consent.entity.ConsentStatement.Place;
import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.Invalid;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One question, answered once. */
class ConsentCaptureTest {

  private static final UUID BRAND = UUID.randomUUID();
  private static final Instant END = NOW.plus(Duration.ofDays(7));
  private static final Actor CURATOR = Actor.person(UUID.randomUUID());
  private static final CaptureWording WORDING =
      new CaptureWording("11 22 33", "I, Tilda. 11 22 33", END);
  private static final String SOUND = "a".repeat(64);

  private static ConsentCapture capture() {
    ConsentStatement statement =
        new ConsentStatement(NOW, BRAND, "de-DE", 1, "{talent} {nonce}", CURATOR);
    CaptureQuestion question =
        new CaptureQuestion(
            ConsentFixtures.talent(), null, statement, ConsentFixtures.phoneScope(BRAND));
    return new ConsentCapture(NOW, question, WORDING, CURATOR);
  }

  private static CaptureAgreement agreement(CaptureWording wording) {
    return new CaptureAgreement(wording.nonce(), wording.digest(), null);
  }

  private static void assertRefused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(BusinessException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  @Test
  void recordedStatement_isConfirmedOnce() {
    ConsentCapture capture = capture();
    capture.recorded(NOW, SOUND, 5);
    capture.confirm(NOW, agreement(WORDING));

    assertThat(capture.getState()).isEqualTo(CaptureState.CONFIRMED);
    assertThat(capture.getRecording()).isEqualTo(SOUND);
    assertRefused("link-used", () -> capture.confirm(NOW, agreement(WORDING)));
    assertRefused("link-used", () -> capture.decline(NOW, null));
    assertRefused("link-used", () -> capture.recorded(NOW, SOUND, 5));
    assertRefused("link-used", () -> capture.revoke(NOW));
    assertRefused("link-used", () -> capture.ask(WORDING));
  }

  @Test
  void captureWithoutRoom_saysSoBeforeTheNextRecording() {
    ConsentCapture capture = capture();
    for (int i = 0; i < ConsentCapture.MOST_UPLOADS; i++) {
      capture.requireRoom(NOW);
      capture.recorded(NOW, SOUND, 5);
    }
    assertRefused("link-uploads", () -> capture.requireRoom(NOW));
    assertRefused("link-uploads", () -> capture.recorded(NOW, SOUND, 5));
    assertRefused("link-expired", () -> capture.requireRoom(END));
    capture.confirm(NOW, agreement(WORDING));
  }

  @Test
  void deadline_isExclusive() {
    ConsentCapture capture = capture();
    capture.recorded(END.minusNanos(1), SOUND, 5);
    assertRefused("link-expired", () -> capture.confirm(END, agreement(WORDING)));
    assertThat(capture.isOverdue(END.minusNanos(1))).isFalse();
    assertThat(capture.isOverdue(END)).isTrue();
    capture.expire(END);
    assertThat(capture.getRecording()).isNull();
  }

  @Test
  void newWords_endTheOldOnes() {
    ConsentCapture capture = capture();
    capture.recorded(NOW, SOUND, 5);
    CaptureWording anew = new CaptureWording("44 55 66", "I, Tilda. 44 55 66", END.plusSeconds(1));
    capture.ask(anew);
    assertThat(capture.getRecording()).isNull();
    capture.recorded(NOW, SOUND, 5);
    assertRefused("statement-differs", () -> capture.confirm(NOW, agreement(WORDING)));
    capture.confirm(NOW, agreement(anew));
  }

  @Test
  void revokedCapture_takesNothing() {
    ConsentCapture capture = capture();
    capture.revoke(NOW);
    assertRefused("link-revoked", () -> capture.recorded(NOW, SOUND, 5));
    assertRefused("link-revoked", () -> capture.revoke(NOW));
  }

  @ParameterizedTest
  @ValueSource(strings = {"I agree.", "{talent}", "{nonce}", "{talent} {nonce} {wage}", "{} {"})
  void statementThatCannotBeFilled_isRefused(String text) {
    assertThatThrownBy(() -> new ConsentStatement(NOW, BRAND, "de", 1, text, CURATOR))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void filledStatement_takesValuesLiterally() {
    ConsentStatement statement =
        new ConsentStatement(NOW, BRAND, "de", 1, "{talent}: {nonce}", CURATOR);
    assertThat(statement.filled(Map.of(Place.TALENT, "$1 \\ {nonce}", Place.NONCE, "7")))
        .isEqualTo("$1 \\ {nonce}: 7");
  }

  @Test
  void linkToken_showsItselfToNobody() {
    LinkToken token = LinkToken.generate();
    assertThat(token.reveal()).matches("tml_[A-Za-z0-9_-]{43}");
    assertThat(token).hasToString("tml_…");
    assertThat(token.digest()).hasSize(64).doesNotContain(token.reveal());
    assertThat(LinkToken.generate().digest()).isNotEqualTo(token.digest());
  }
}
