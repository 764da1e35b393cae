package dev.timbre.it.replay;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server that takes everything for everybody. */
final class Mailbox implements AutoCloseable {

  private final List<Mail> mails = new CopyOnWriteArrayList<>();
  private final SMTPServer server;

  /**
   * A mail as it came.
   *
   * @param id the Message-ID, the same for each repeat
   */
  record Mail(String to, String id, String subject, String text) {}

  Mailbox(int port) {
    server =
        SMTPServer.port(port)
            .messageHandler((context, from, to, data) -> mails.add(mail(to, data)))
            .build();
    server.start();
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
