package dev.timbre.platform.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import org.primefaces.component.messages.Messages;
import org.primefaces.component.messages.MessagesRenderer;

/**
 * Writes each message as the library does, and says so where a detail is not in the page's
 * language.
 */
public class NoticeLines extends MessagesRenderer {

  @Override
  protected void encodeMessage(
      ResponseWriter writer, Messages messages, FacesMessage message, String style, boolean escape)
      throws IOException {
    writer.startElement("li", null);
    part(writer, message.getSummary(), style + "-summary", null);
    if (message.getDetail() != null && !message.getDetail().isEmpty()) {
      boolean english = message instanceof Notices.InEnglish;
      part(writer, message.getDetail(), style + "-detail", english ? "en" : null);
    }
    writer.endElement("li");
  }

  private static void part(ResponseWriter writer, String text, String style, String language)
      throws IOException {
    writer.startElement("span", null);
    writer.writeAttribute("class", style, null);
    if (language != null) {
      writer.writeAttribute("lang", language, null);
    }
    writer.writeText(text, null);
    writer.endElement("span");
  }
}
