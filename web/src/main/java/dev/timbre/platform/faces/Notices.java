package dev.timbre.platform.faces;

import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.error.NotFound;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Tells the reader what became of what they did, on this page or on the one that follows. */
@ApplicationScoped
public class Notices {

  @Inject Words words;

  /** It worked; the key names the sentence. */
  public void done(String key, Object... values) {
    add(FacesMessage.SEVERITY_INFO, words.fill(key, values), "");
  }

  /**
   * A rule said no: its title and its sentence in the reader's language. Where nobody has put the
   * sentence into that language, it stands in English and is marked as such.
   */
  public void refused(BusinessException failure) {
    String english = failure.getMessage();
    Optional<String> title = words.find("error." + failure.code());
    Optional<String> sentence = words.sentence(failure.code(), failure.values());
    if (sentence.isEmpty() && failure instanceof NotFound) {
      sentence = words.sentence("not-found", List.of());
    }
    if (title.isEmpty()) {
      add(new FacesMessage(FacesMessage.SEVERITY_ERROR, sentence.orElse(english), ""));
    } else if (sentence.isPresent() || words.english()) {
      add(FacesMessage.SEVERITY_ERROR, title.get(), sentence.orElse(english));
    } else {
      add(new InEnglish(FacesMessage.SEVERITY_ERROR, title.get(), english));
    }
  }

  /** A rule said no, and its sentence is at hand in the reader's language. */
  public void refusedWith(String sentence) {
    add(FacesMessage.SEVERITY_ERROR, sentence, "");
  }

  public void refused(String key, Object... values) {
    add(FacesMessage.SEVERITY_ERROR, words.fill(key, values), "");
  }

  private static void add(FacesMessage.Severity severity, String summary, String detail) {
    add(new FacesMessage(severity, summary, detail));
  }

  private static void add(FacesMessage message) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(null, message);
  }

  /** A message whose detail is English, on whatever page. */
  static final class InEnglish extends FacesMessage {

    private static final long serialVersionUID = 1L;

    InEnglish(FacesMessage.Severity severity, String summary, String detail) {
      super(severity, summary, detail);
    }
  }
}
