package dev.timbre.platform.faces;

import dev.timbre.platform.error.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import java.util.Optional;

/** Tells the reader what became of what they did, on this page or on the one that follows. */
@ApplicationScoped
public class Notices {

  @Inject Words words;

  /** It worked; the key names the sentence. */
  public void done(String key, Object... values) {
    add(FacesMessage.SEVERITY_INFO, words.fill(key, values), "");
  }

  /** A rule said no: its title in the reader's language, and the sentence of the rule. */
  public void refused(BusinessException failure) {
    Optional<String> title = words.find("error." + failure.code());
    if (title.isPresent()) {
      add(FacesMessage.SEVERITY_ERROR, title.get(), failure.getMessage());
    } else {
      add(FacesMessage.SEVERITY_ERROR, failure.getMessage(), "");
    }
  }

  public void refused(String key, Object... values) {
    add(FacesMessage.SEVERITY_ERROR, words.fill(key, values), "");
  }

  private static void add(FacesMessage.Severity severity, String summary, String detail) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.getExternalContext().getFlash().setKeepMessages(true);
    faces.addMessage(null, new FacesMessage(severity, summary, detail));
  }
}
