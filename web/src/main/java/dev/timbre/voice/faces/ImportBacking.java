package dev.timbre.voice.faces;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.entity.Brand;
import dev.timbre.access.faces.Me;
import dev.timbre.consent.entity.Consent;
import dev.timbre.platform.faces.Notices;
import dev.timbre.voice.control.VoiceDraft;
import dev.timbre.voice.control.VoiceImport;
import dev.timbre.voice.entity.CloningOptions;
import dev.timbre.voice.entity.Revision;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** The form that takes a voice found at a provider into the registry. */
@Named("importForm")
@ViewScoped
public class ImportBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject VoiceImport imports;
  @Inject VoiceChoices choices;
  @Inject BrandRegister brands;
  @Inject Notices notices;
  @Inject Me me;

  private UUID brandId;
  private String shortName;
  private String name;
  private String language = "zh-CN";
  private UUID consentId;
  private String previewText;
  private String model = CloningOptions.DEFAULT_MODEL;

  public String save(UUID findingId) {
    String alias = slug() + "." + shortName;
    imports.importAs(
        findingId,
        new VoiceDraft(
            alias,
            language,
            name,
            null,
            new Revision.Choice(
                null,
                null,
                consentId,
                new CloningOptions(false, false, false, null, previewText, model))));
    notices.done("finding.done.imported", name);
    return "/voice.xhtml?faces-redirect=true&id=" + alias;
  }

  private String slug() {
    return getBrands().stream()
        .filter(brand -> brand.getId().equals(brandId))
        .map(Brand::getSlug)
        .findFirst()
        .orElse("");
  }

  /** Brands for which the reader is a curator. */
  public List<Brand> getBrands() {
    return brands.all().stream().filter(brand -> me.curates(brand.getId())).toList();
  }

  /** Consents in force for the brand and language chosen so far. */
  public List<Consent> getConsents() {
    return brandId == null ? List.of() : choices.consents(brandId, language);
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public String getShortName() {
    return shortName;
  }

  public void setShortName(String shortName) {
    this.shortName = shortName;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getLanguage() {
    return language;
  }

  public void setLanguage(String language) {
    this.language = language;
  }

  public UUID getConsentId() {
    return consentId;
  }

  public void setConsentId(UUID consentId) {
    this.consentId = consentId;
  }

  public String getPreviewText() {
    return previewText;
  }

  public void setPreviewText(String previewText) {
    this.previewText = previewText;
  }

  public String getModel() {
    return model;
  }

  public void setModel(String model) {
    this.model = model;
  }
}
