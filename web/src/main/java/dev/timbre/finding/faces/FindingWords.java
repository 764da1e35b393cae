package dev.timbre.finding.faces;

import dev.timbre.finding.entity.Finding;
import dev.timbre.platform.error.NotFound;
import dev.timbre.platform.faces.Words;
import dev.timbre.voice.control.VoiceCatalogue;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.faces.Prices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Says what a finding is about in the reader's words. */
@Named("findingWords")
@RequestScoped
public class FindingWords {

  private static final String ACCOUNT = "account";

  @Inject VoiceCatalogue voices;
  @Inject Prices accounts;
  @Inject Words words;

  private final Map<String, Optional<Voice>> readVoices = new HashMap<>();

  /** One fact with its name. */
  public record Fact(String name, String value) {}

  /** The voice it is about, or what a provider calls it, or the account, or the log. */
  public String about(Finding finding) {
    return voice(finding)
        .map(Voice::getName)
        .or(() -> finding.getFacts().find("providerVoiceId"))
        .or(() -> finding.getFacts().find("fileId"))
        .or(() -> account(finding))
        .or(() -> finding.getFacts().find("log"))
        .orElse(finding.getSubjectId().toString());
  }

  /** The alias of the voice behind it, for a link; null when the reader may see none. */
  public String alias(Finding finding) {
    return voice(finding).map(voice -> voice.getAlias().value()).orElse(null);
  }

  private Optional<Voice> voice(Finding finding) {
    return finding
        .getFacts()
        .find("voice")
        .flatMap(id -> readVoices.computeIfAbsent(id, this::visibleVoice));
  }

  private Optional<Voice> visibleVoice(String id) {
    try {
      return Optional.of(voices.get(id));
    } catch (NotFound e) {
      return Optional.empty();
    }
  }

  private Optional<String> account(Finding finding) {
    return finding.getFacts().find(ACCOUNT).map(UUID::fromString).map(accounts::accountName);
  }

  /** Facts that say something to a person; other ids stay in the interface for systems. */
  public List<Fact> facts(Finding finding) {
    Stream<Fact> where =
        account(finding).map(name -> new Fact(words.fill("fact.account"), name)).stream();
    Stream<Fact> others =
        finding.getFacts().values().entrySet().stream()
            .filter(fact -> !fact.getKey().equals(ACCOUNT))
            .filter(fact -> words.find("fact." + fact.getKey()).isPresent())
            .map(fact -> new Fact(words.fill("fact." + fact.getKey()), said(fact)));
    return Stream.concat(where, others).toList();
  }

  private String said(Map.Entry<String, String> fact) {
    return switch (fact.getKey()) {
      case "fault" -> words.reason(fact.getValue());
      case "state" -> words.find("CloneState." + fact.getValue()).orElse(fact.getValue());
      default -> fact.getValue();
    };
  }

  /** A fact's value; null when there is none. */
  public String fact(Finding finding, String name) {
    return finding.getFacts().find(name).orElse(null);
  }
}
