package dev.timbre.access.faces;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.entity.Brand;
import dev.timbre.platform.faces.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;

/** The brands: the list, a new one, a new name. */
@Named("brandsPage")
@ViewScoped
public class BrandsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject BrandRegister register;
  @Inject Notices notices;

  private List<Brand> brands;
  private String slug;
  private String name;
  private String newName;

  public List<Brand> getBrands() {
    if (brands == null) {
      brands = register.all();
    }
    return brands;
  }

  public String create() {
    register.create(slug, name);
    notices.done("brands.done.created", name);
    return "/brands.xhtml?faces-redirect=true";
  }

  public String rename(Brand brand) {
    register.update(brand.getId(), brand.getVersion(), newName, null);
    notices.done("brands.done.renamed", newName);
    return "/brands.xhtml?faces-redirect=true";
  }

  /** Asks for one approver where it were two, and the other way round. */
  public String askFor(Brand brand, int approvers) {
    register.update(brand.getId(), brand.getVersion(), null, approvers);
    notices.done("brands.done.approvals", brand.getName(), approvers);
    return "/brands.xhtml?faces-redirect=true";
  }

  public String getSlug() {
    return slug;
  }

  public void setSlug(String slug) {
    this.slug = slug;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getNewName() {
    return newName;
  }

  public void setNewName(String newName) {
    this.newName = newName;
  }
}
