package dev.timbre.speech.faces;

import dev.timbre.access.faces.Names;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import dev.timbre.speech.control.SpeechSettlement;
import dev.timbre.speech.entity.Speech;
import dev.timbre.voice.control.VoiceCatalogue;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;

/** Speeches whose outcome nobody can tell, for a person with the bill in hand. */
@Named("unknownPage")
@ViewScoped
public class UnknownBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject SpeechSettlement settlement;
  @Inject VoiceCatalogue voices;
  @Inject Names names;
  @Inject Notices notices;

  private MoreRows<Speech> rows;
  private BigDecimal amount;
  private Long characters;
  private String reason;

  @PostConstruct
  void begin() {
    rows = new MoreRows<>(settlement::open);
  }

  public void charged(Speech speech) {
    if (amount == null) {
      notices.refused("unknown.amount.missing");
      return;
    }
    Money billed = Money.of(amount, held(speech).getCurrency());
    settlement.charged(speech.getId(), billed, characters == null ? 0 : characters, reason);
    settled();
  }

  public void notCharged(Speech speech) {
    settlement.notCharged(speech.getId(), reason);
    settled();
  }

  private void settled() {
    notices.done("unknown.done");
    amount = null;
    characters = null;
    reason = null;
    rows.reload();
  }

  public Money held(Speech speech) {
    return settlement.held(speech);
  }

  public String voice(Speech speech) {
    return voices.get(speech.getVoiceId().toString()).getAlias().toString();
  }

  public String client(Speech speech) {
    return names.client(speech.getGrounds().clientId());
  }

  public MoreRows<Speech> getRows() {
    return rows;
  }

  public BigDecimal getAmount() {
    return amount;
  }

  public void setAmount(BigDecimal amount) {
    this.amount = amount;
  }

  public Long getCharacters() {
    return characters;
  }

  public void setCharacters(Long characters) {
    this.characters = characters;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
