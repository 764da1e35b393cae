package dev.timbre.access.faces;

import dev.timbre.access.control.ClientRegister;
import dev.timbre.access.entity.Client;
import dev.timbre.platform.faces.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** From where, with which voices and how often a client may call. */
@Named("clientBounds")
@ViewScoped
public class ClientBoundsBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject ClientRegister register;
  @Inject ClientBacking page;
  @Inject Notices notices;

  private String networks;
  private Integer requestsPerMinute;
  private UUID[] voiceIds;

  public void open() {
    Client.Bounds bounds = page.getClient().getBounds();
    networks = bounds.networks().stream().sorted().collect(Collectors.joining("\n"));
    requestsPerMinute = bounds.requestsPerMinute();
    voiceIds = bounds.voiceIds().toArray(UUID[]::new);
  }

  public void save() {
    Client client = page.getClient();
    register.confine(
        client.getId(),
        client.getVersion(),
        new Client.Bounds(ranges(), Set.of(voiceIds), requestsPerMinute));
    notices.done("clients.done.changed", client.getName());
    page.open();
    open();
  }

  private Set<String> ranges() {
    return networks == null
        ? Set.of()
        : Arrays.stream(networks.split("[\\s,;]+", -1))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.toSet());
  }

  public String getNetworks() {
    return networks;
  }

  public void setNetworks(String networks) {
    this.networks = networks;
  }

  public Integer getRequestsPerMinute() {
    return requestsPerMinute;
  }

  public void setRequestsPerMinute(Integer requestsPerMinute) {
    this.requestsPerMinute = requestsPerMinute;
  }

  public UUID[] getVoiceIds() {
    return voiceIds;
  }

  public void setVoiceIds(UUID[] voiceIds) {
    this.voiceIds = voiceIds;
  }
}
