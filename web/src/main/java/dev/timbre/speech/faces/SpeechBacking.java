package dev.timbre.speech.faces;

import dev.timbre.audit.control.SubjectHistory;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.platform.error.NotFound;
import dev.timbre.speech.control.ReceiptCatalogue;
import dev.timbre.speech.control.SpeechCatalogue;
import dev.timbre.speech.entity.Receipt;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Voice;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** One speech: who, for what, under which consent, what it cost, and its receipt. */
@Named("speechPage")
@ViewScoped
public class SpeechBacking implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int HISTORY = 10;

  @Inject SpeechCatalogue catalogue;
  @Inject ReceiptCatalogue receipts;
  @Inject VoiceCatalogue voices;
  @Inject SubjectHistory log;

  private UUID id;
  private Speech speech;
  private Voice voice;
  private Receipt receipt;
  private boolean genuine;
  private List<AuditEntry> history;

  public void open() {
    speech = catalogue.get(id);
    voice = voices.get(speech.getVoiceId().toString());
    history = log.of(id, HISTORY);
    if (speech.getState() == SpeechState.SPOKEN) {
      try {
        receipt = receipts.ofSpeech(id);
        genuine = receipts.isGenuine(receipt);
      } catch (NotFound e) {
        receipt = null; // spoken before there were receipts
      }
    }
  }

  /** What the receipt says at a place, for example {@code /voice/alias}; empty for nothing. */
  public String said(String pointer) {
    return ReceiptText.said(receipt, pointer);
  }

  /** Whether there is audio that may be heard. */
  public boolean isAudible() {
    return speech.getAudio() != null && speech.getWithheld() == null;
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public Speech getSpeech() {
    return speech;
  }

  public Voice getVoice() {
    return voice;
  }

  public Receipt getReceipt() {
    return receipt;
  }

  public boolean isGenuine() {
    return genuine;
  }

  public List<AuditEntry> getHistory() {
    return history;
  }
}
