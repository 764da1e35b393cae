package dev.timbre.speech.faces;

import dev.timbre.platform.error.NotFound;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Uploaded;
import dev.timbre.speech.control.ReceiptCatalogue;
import dev.timbre.speech.control.SpeechCatalogue;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechState;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.primefaces.event.FileUploadEvent;

/** Did we make this clip? And the list of what was spoken. */
@Named("receiptsPage")
@ViewScoped
public class ReceiptsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ReceiptCatalogue receipts;
  @Inject SpeechCatalogue catalogue;

  private String filename;
  private String sha256;
  private String looked;
  private List<Speech> same = List.of();
  private Speech claimed;
  private SpeechState state;
  private MoreRows<Speech> rows;

  @PostConstruct
  void begin() {
    rows = new MoreRows<>(request -> catalogue.page(null, null, state, request));
  }

  /** Looks the chosen file up; it is gone when this returns. */
  public void take(FileUploadEvent event) throws IOException {
    try (Uploaded uploaded = Uploaded.of(event.getFile())) {
      show(receipts.find(uploaded.path()));
    }
    filename = event.getFile().getFileName();
  }

  /** Looks the typed digest up. */
  public void lookUp() {
    show(receipts.find(sha256.strip()));
    filename = null;
  }

  private void show(ReceiptCatalogue.Clip clip) {
    looked = clip.sha256();
    same = List.copyOf(clip.speeches());
    claimed = clip.claimed();
  }

  /** Key of what there is to say about the receipt of a speech. */
  public String verdict(Speech speech) {
    try {
      boolean genuine = receipts.isGenuine(receipts.ofSpeech(speech.getId()));
      return genuine ? "receipt.genuine" : "receipt.forged";
    } catch (NotFound e) {
      return "receipt.none"; // spoken before there were receipts
    }
  }

  /** What was looked up; null before anything was. */
  public String getLooked() {
    return looked;
  }

  /** Name of the chosen file; null when a digest was typed. */
  public String getFilename() {
    return filename;
  }

  public List<Speech> getSame() {
    return same;
  }

  public Speech getClaimed() {
    return claimed;
  }

  public String getSha256() {
    return sha256;
  }

  public void setSha256(String sha256) {
    this.sha256 = sha256;
  }

  public SpeechState[] getStates() {
    return SpeechState.values();
  }

  public SpeechState getState() {
    return state;
  }

  public void setState(SpeechState state) {
    this.state = state;
  }

  public MoreRows<Speech> getRows() {
    return rows;
  }
}
