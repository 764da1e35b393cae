package dev.timbre.voice.faces;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.entity.Brand;
import dev.timbre.platform.faces.LazyRows;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** The list of voices with its filters. */
@Named("voicesPage")
@ViewScoped
public class VoicesBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject VoiceCatalogue catalogue;
  @Inject BrandRegister brandRegister;

  private UUID brandId;
  private VoiceState state;
  private String text;
  private LazyRows<Voice> rows;
  private List<Brand> brands;

  @PostConstruct
  void open() {
    brands = brandRegister.all();
    rows =
        new LazyRows<>(
            (first, size) -> catalogue.window(brandId, state, text, first, size),
            () -> catalogue.count(brandId, state, text));
  }

  public LazyRows<Voice> getRows() {
    return rows;
  }

  public List<Brand> getBrands() {
    return brands;
  }

  public VoiceState[] getStates() {
    return VoiceState.values();
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public VoiceState getState() {
    return state;
  }

  public void setState(VoiceState state) {
    this.state = state;
  }

  public String getText() {
    return text;
  }

  public void setText(String text) {
    this.text = text;
  }
}
