package dev.timbre.notice.control;

import dev.timbre.access.entity.People;
import dev.timbre.access.entity.Person;
import dev.timbre.notice.entity.Addressee;
import dev.timbre.notice.entity.Notice;
import dev.timbre.notice.entity.Notices;
import dev.timbre.platform.control.OperationHandler;
import dev.timbre.platform.control.OperationRun;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/**
 * Mails a notice to one person. The mail carries the same {@code Message-ID} every time, so that a
 * mailbox can tell a repeat after a lost answer.
 */
@ApplicationScoped
class NoticeMail implements OperationHandler {

  static final String KIND = "notice-mail";

  /** About seven hours of growing pauses; after that the console alone has it. */
  private static final int MOST_ATTEMPTS = 60;

  /** Knows the server, its port and whether to use TLS; see the server's configuration. */
  @Resource(lookup = "java:jboss/mail/Default")
  Session server;

  @Inject Letters letters;
  @Inject NoticeLetter texts;
  @Inject NoticeConfig config;
  @Inject Clock clock;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Progress run(UUID addresseeId, int attempt) {
    Optional<Letter> letter = letters.read(addresseeId);
    if (letter.isEmpty()) {
      return Progress.done("The person has no address any more, or may not sign in.");
    }
    try {
      send(letter.get());
      return Progress.done("The mail server took it.");
    } catch (MessagingException e) {
      if (refusesTheAddress(e)) {
        // its message names the address
        return Progress.failed("The mail server refuses the address.");
      }
      String what = "The mail server did not take it: " + e.getClass().getSimpleName();
      return attempt >= MOST_ATTEMPTS
          ? Progress.failed(what)
          : Progress.again(clock.instant().plus(OperationRun.pause(attempt)), what);
    }
  }

  /**
   * Whether the server will never take mail for the address (5xx). One that it takes later, as with
   * greylisting (4xx), and a mail that it does not like are failures to send too, but name none.
   */
  static boolean refusesTheAddress(MessagingException failure) {
    return failure instanceof SendFailedException refusal
        && refusal.getInvalidAddresses() != null
        && refusal.getInvalidAddresses().length > 0;
  }

  private void send(Letter letter) throws MessagingException {
    Session session = patient();
    MimeMessage mail = new IdentifiedMail(session, "<" + letter.id() + "@timbre>");
    mail.setFrom(new InternetAddress(config.from()));
    mail.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address()));
    mail.setSubject(texts.subject(letter.notice()), StandardCharsets.UTF_8.name());
    mail.setText(texts.text(letter.notice()), StandardCharsets.UTF_8.name());
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday replies
    mail.saveChanges();
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect(config.user(), config.password());
      transport.sendMessage(mail, mail.getAllRecipients());
    }
  }

  /** The server's session with an end to every wait, which it has not by itself. */
  private Session patient() {
    Properties properties = new Properties();
    properties.putAll(server.getProperties());
    String millis = Long.toString(config.timeout().toMillis());
    properties.setProperty("mail.smtp.connectiontimeout", millis);
    properties.setProperty("mail.smtp.timeout", millis);
    properties.setProperty("mail.smtp.writetimeout", millis);
    return Session.getInstance(properties);
  }

  /** A mail whose id is ours and not the library's. */
  private static final class IdentifiedMail extends MimeMessage {

    private final String id;

    IdentifiedMail(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }

  /**
   * What is mailed.
   *
   * @param address personal; never logged
   */
  record Letter(UUID id, Notice notice, String address) {

    @Override
    public String toString() {
      return "Letter[" + id + "]";
    }
  }

  /** Reads what is to be mailed, as things stand now. */
  @ApplicationScoped
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  static class Letters {

    @Inject Notices notices;
    @Inject People people;

    /** Empty for somebody who has no address any more, or may not come in any more. */
    public Optional<Letter> read(UUID addresseeId) {
      Addressee addressee = notices.getAddressee(addresseeId);
      Person person = people.get(addressee.getPersonId());
      return person.getEmail() == null || person.isDisabled()
          ? Optional.empty()
          : Optional.of(new Letter(addresseeId, addressee.getNotice(), person.getEmail()));
    }
  }
}
