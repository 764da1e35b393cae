package dev.timbre.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.InternetAddress;
import org.junit.jupiter.api.Test;

class NoticeMailTest {

  private static final Address[] NONE = {};

  /** What the library throws for 550 to RCPT. */
  @Test
  void addressThatTheServerDoesNotKnow_isRefusedForGood() throws MessagingException {
    assertThat(NoticeMail.refusesTheAddress(failure(NONE, addressed()))).isTrue();
  }

  /** What the library throws for 451 to RCPT, which greylisting answers, or to DATA. */
  @Test
  void addressThatTheServerTakesLater_isNotRefused() throws MessagingException {
    assertThat(NoticeMail.refusesTheAddress(failure(addressed(), NONE))).isFalse();
    assertThat(NoticeMail.refusesTheAddress(failure(addressed(), null))).isFalse();
  }

  @Test
  void serverThatIsNotThere_refusesNothing() {
    assertThat(NoticeMail.refusesTheAddress(new MessagingException("connect"))).isFalse();
  }

  private static Address[] addressed() throws MessagingException {
    return new Address[] {new InternetAddress("anna@example.org")};
  }

  private static MessagingException failure(Address[] unsent, Address[] invalid) {
    return new SendFailedException("no", null, NONE, unsent, invalid);
  }
}
