package dev.timbre.access.faces;

import dev.timbre.access.control.ClientRegister;
import dev.timbre.access.entity.Channel;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Purpose;
import dev.timbre.access.entity.Territory;
import dev.timbre.access.entity.Use;
import dev.timbre.platform.faces.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** One client: its name and brands, whether it is let in, what it declares to use voices for. */
@Named("clientPage")
@ViewScoped
public class ClientBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ClientRegister register;
  @Inject Notices notices;

  private UUID id;
  private Client client;
  private List<Use> uses;
  private String name;
  private UUID[] brandIds;
  private Purpose purpose;
  private Channel channel;
  private String territory = Territory.WORLD;

  public void open() {
    client = register.get(id);
    uses = register.usesOf(id);
    name = client.getName();
    brandIds = client.getBrandIds().toArray(UUID[]::new);
  }

  public void change() {
    Set<UUID> brands = client.isConsole() ? null : Set.of(brandIds);
    register.update(id, client.getVersion(), name, brands, null);
    changed();
  }

  public void switchAccess() {
    register.update(id, client.getVersion(), null, null, !client.isDisabled());
    changed();
  }

  public void declareUse() {
    register.declareUse(id, purpose, channel, territory);
    notices.done("clients.done.use");
    open();
  }

  private void changed() {
    notices.done("clients.done.changed", name);
    open();
  }

  public Purpose[] getPurposes() {
    return Purpose.values();
  }

  public Channel[] getChannels() {
    return Channel.values();
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public Client getClient() {
    return client;
  }

  public List<Use> getUses() {
    return uses;
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

  public Purpose getPurpose() {
    return purpose;
  }

  public void setPurpose(Purpose purpose) {
    this.purpose = purpose;
  }

  public Channel getChannel() {
    return channel;
  }

  public void setChannel(Channel channel) {
    this.channel = channel;
  }

  public String getTerritory() {
    return territory;
  }

  public void setTerritory(String territory) {
    this.territory = territory;
  }
}
