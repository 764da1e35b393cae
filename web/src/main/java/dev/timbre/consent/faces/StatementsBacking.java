package dev.timbre.consent.faces;

import dev.timbre.consent.control.StatementTexts;
import dev.timbre.consent.control.StatementWords;
import dev.timbre.consent.entity.ConsentStatement;
import dev.timbre.consent.entity.ConsentStatement.Place;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** What brands ask talents to read aloud, and the form that adds a version. */
@Named("statementsPage")
@ViewScoped
public class StatementsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject StatementTexts statements;
  @Inject Notices notices;

  private UUID brandId;
  private String locale = "en";
  private String text;
  private MoreRows<ConsentStatement> rows;

  @PostConstruct
  void begin() {
    rows = new MoreRows<>(request -> statements.page(null, request));
    propose();
  }

  /** Begins with what the brand has in the language, or with a proposal. */
  public void propose() {
    text =
        brandId == null
            ? statements.proposal(locale)
            : statements
                .current(brandId, locale)
                .map(ConsentStatement::getText)
                .orElseGet(() -> statements.proposal(locale));
  }

  public String save() {
    statements.add(brandId, locale, text);
    notices.done("statements.saved");
    return "/statements.xhtml?faces-redirect=true";
  }

  /** The places a statement may leave open, as they are written. */
  public String getPlaces() {
    return Arrays.stream(Place.values()).map(Place::written).collect(Collectors.joining(" "));
  }

  public List<String> getLanguages() {
    return StatementWords.LANGUAGES;
  }

  public MoreRows<ConsentStatement> getRows() {
    return rows;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public String getLocale() {
    return locale;
  }

  public void setLocale(String locale) {
    this.locale = locale;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
