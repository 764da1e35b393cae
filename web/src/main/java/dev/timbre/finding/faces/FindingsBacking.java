package dev.timbre.finding.faces;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.entity.Brand;
import dev.timbre.finding.control.FindingCatalogue;
import dev.timbre.finding.entity.Finding;
import dev.timbre.finding.entity.FindingKind;
import dev.timbre.finding.entity.FindingState;
import dev.timbre.platform.faces.LazyRows;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** The list of findings; it begins with what is to decide. */
@Named("findingsPage")
@ViewScoped
public class FindingsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject FindingCatalogue catalogue;
  @Inject BrandRegister brandRegister;

  private UUID brandId;
  private FindingKind kind;
  private FindingState state = FindingState.OPEN;
  private LazyRows<Finding> rows;
  private List<Brand> brands;

  @PostConstruct
  void begin() {
    brands = brandRegister.all();
    rows =
        new LazyRows<>(
            (first, size) -> catalogue.window(wanted(), first, size),
            () -> catalogue.count(wanted()));
  }

  private FindingCatalogue.Wanted wanted() {
    return new FindingCatalogue.Wanted(brandId, kind, state, null);
  }

  public LazyRows<Finding> getRows() {
    return rows;
  }

  public List<Brand> getBrands() {
    return brands;
  }

  public FindingKind[] getKinds() {
    return FindingKind.values();
  }

  public FindingState[] getStates() {
    return FindingState.values();
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }

  public FindingKind getKind() {
    return kind;
  }

  public void setKind(FindingKind kind) {
    this.kind = kind;
  }

  public FindingState getState() {
    return state;
  }

  public void setState(FindingState state) {
    this.state = state;
  }
}
