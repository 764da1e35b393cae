package dev.timbre.it.replay;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes everything for everybody, unless it was told otherwise. */
final class Mailbox implements AutoCloseable {

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, Queue<Refusal>> refusals = new ConcurrentHashMap<>();
  private final SMTPServer server;

  /**
   * A mail as it came.
   *
   * @param id the Message-ID, the same for each repeat
   */
  record Mail(String to, String id, String subject, String text) {}

  /** When a mail is refused. */
  enum Moment {
    /** As soon as it is said for whom it is. */
    RECIPIENT,
    /** Once all of it was sent. */
    END
  }

  private record Refusal(Moment moment, int code) {}

  Mailbox(int port) {
    server = SMTPServer.port(port).messageHandlerFactory(context -> new Arrival()).build();
    server.start();
  }

  /** One mail on its way in. */
  private final class Arrival implements MessageHandler {

    private String to;

    @Override
    public void from(String sender) {
      // from whom it comes does not matter
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      to = recipient;
      asked.add(recipient);
      refuse(Moment.RECIPIENT);
    }

    @Override
    public String data(InputStream data) throws RejectException, IOException {
      byte[] content = data.readAllBytes();
      refuse(Moment.END);
      mails.add(mail(to, content));
      return null;
    }

    private void refuse(Moment now) throws RejectException {
      Queue<Refusal> coming = refusals.getOrDefault(to, new ConcurrentLinkedQueue<>());
      Refusal next = coming.peek();
      if (next != null && next.moment() == now) {
        coming.remove();
        throw new RejectException(next.code(), "Not this one");
      }
    }

    @Override
    public void done() {
      // the next one comes in an arrival of its own
    }
  }

  /** Puts a refusal in store for mail to an address, behind those that are there. */
  void refuse(String address, Moment moment, int code) {
    refusals
        .computeIfAbsent(address, any -> new ConcurrentLinkedQueue<>())
        .add(new Refusal(moment, code));
  }

  /** How often somebody wanted to bring mail for an address. */
  long times(String address) {
    return asked.stream().filter(address::equals).count();
  }

  private static Mail mail(String to, byte[] data) {
    try {
      Session session = Session.getInstance(new Properties());
      MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(data));
      return new Mail(
          to, message.getMessageID(), message.getSubject(), message.getContent().toString());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  int port() {
    return server.getPortAllocated();
  }

  /** Every mail that was taken for somebody, repeats too. */
  long taken(String address) {
    return mails.stream().filter(mail -> mail.to().equals(address)).count();
  }

  /** What somebody was told, each mail once however often it came, the oldest first. */
  List<Mail> to(String address) {
    Map<String, Mail> once = new LinkedHashMap<>();
    mails.stream()
        .filter(mail -> mail.to().equals(address))
        .forEach(mail -> once.putIfAbsent(mail.id(), mail));
    return List.copyOf(once.values());
  }

  List<String> subjectsTo(String address) {
    return to(address).stream().map(Mail::subject).toList();
  }

  @Override
  public void close() {
    server.stop();
  }
}
