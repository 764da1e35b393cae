package dev.timbre.voice.faces;

import dev.timbre.access.entity.Client;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.platform.error.NotFound;
import dev.timbre.platform.faces.Words;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Voice;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The voices that a client may be confined to. */
@Named("clientVoices")
@RequestScoped
public class ClientVoices {

  @Inject VoiceCatalogue catalogue;
  @Inject Words words;

  /** The newest voices of the client's brands, and whatever it is confined to already. */
  public List<Voice> offered(Client client) {
    Map<UUID, Voice> offered = new LinkedHashMap<>();
    client
        .getBounds()
        .voiceIds()
        .forEach(id -> find(id).ifPresent(voice -> offered.put(id, voice)));
    client
        .getBrandIds()
        .forEach(brand -> ofBrand(brand).forEach(voice -> offered.put(voice.getId(), voice)));
    return List.copyOf(offered.values());
  }

  private List<Voice> ofBrand(UUID brand) {
    return catalogue.page(brand, null, null, PageRequest.first(PageRequest.DEFAULT_LIMIT)).items();
  }

  /** A client may be confined to what does not exist; that shows as the id it is. */
  private Optional<Voice> find(UUID id) {
    try {
      return Optional.of(catalogue.get(id.toString()));
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  public String names(UUID[] ids) {
    return Arrays.stream(ids)
        .map(id -> find(id).map(voice -> voice.getAlias().toString()).orElse(id.toString()))
        .sorted()
        .collect(Collectors.joining(words.separator()));
  }
}
