package dev.timbre.access.faces;

import dev.timbre.access.control.ClientRegister;
import dev.timbre.access.entity.Client;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Set;
import java.util.UUID;

/** The list of clients, and the form that adds one. */
@Named("clientsPage")
@ViewScoped
public class ClientsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ClientRegister register;
  @Inject Notices notices;

  private MoreRows<Client> rows;
  private String name;
  private UUID[] brandIds;

  @PostConstruct
  void begin() {
    rows = new MoreRows<>(register::page);
  }

  public String create() {
    UUID id = register.create(name, Set.of(brandIds));
    notices.done("clients.done.created", name);
    return "/client.xhtml?faces-redirect=true&id=" + id;
  }

  public MoreRows<Client> getRows() {
    return rows;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public UUID[] getBrandIds() {
    return brandIds;
  }

  public void setBrandIds(UUID[] brandIds) {
    this.brandIds = brandIds;
  }
}
