package dev.timbre.speech.faces;

import dev.timbre.access.entity.Use;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Words;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.speech.control.SpeechCatalogue;
import dev.timbre.speech.control.SpeechRequest;
import dev.timbre.speech.control.SpeechSynthesis;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.faces.VoiceBacking;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** Lets a voice speak, and a provisional clone become permanent. */
@Named("speak")
@ViewScoped
public class SpeakBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject SpeechSynthesis synthesis;
  @Inject SpeechCatalogue catalogue;
  @Inject VoiceBacking page;
  @Inject Notices notices;
  @Inject Words words;

  private String text;
  private String format = SpeechFormat.DEFAULT.format();
  private Speech speech;
  private UUID useId;
  private List<Use> uses;

  @PostConstruct
  void begin() {
    try {
      uses = catalogue.ownUses();
    } catch (NotAllowed e) {
      uses = List.of(); // the console's client is disabled, which speaking itself will say
    }
    useId = uses.isEmpty() ? null : uses.get(0).getId();
  }

  public void speak(Voice voice) {
    speech = null;
    SpeechFormat wanted =
        new SpeechFormat(format, SpeechFormat.DEFAULT.sampleRate(), SpeechFormat.DEFAULT.bitrate());
    speech =
        synthesis.speak(
            new SpeechRequest(voice.getId().toString(), new SpeechScript(text), wanted, useId));
    notices.done("speak.done", words.money(speech.getCost()));
    page.open(); // the first speech makes the clone permanent
  }

  /** Speaks the preview text for real, which the provider charges together with the voice fee. */
  public String activate(Voice voice, Clone clone) {
    Speech spoken = synthesis.activate(clone.getId(), shownPrice());
    notices.done("voice.done.activated", voice.getName(), words.money(spoken.getCost()));
    return "/voice.xhtml?faces-redirect=true&id=" + voice.getAlias();
  }

  /** What the page said it costs, which comes back with the button; null where it said nothing. */
  private static Money shownPrice() {
    String amount = Faces.getRequestParameter("shownAmount");
    return amount == null
        ? null
        : new MoneyBody(amount, Faces.getRequestParameter("shownCurrency")).toMoney("price");
  }

  /** The formats that browsers play. */
  public List<String> getFormats() {
    return List.of("mp3", "wav", "flac");
  }

  /** What people may say it is for. */
  public List<Use> getUses() {
    return uses;
  }

  public UUID getUseId() {
    return useId;
  }

  public void setUseId(UUID useId) {
    this.useId = useId;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }

  public String getFormat() {
    return format;
  }

  public void setFormat(String format) {
    this.format = format;
  }

  public Speech getSpeech() {
    return speech;
  }
}
