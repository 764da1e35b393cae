package dev.timbre.speech.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Client;
import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.Role;
import dev.timbre.access.entity.Use;
import dev.timbre.consent.control.ConsentCheck;
import dev.timbre.consent.entity.ConsentVersion;
import dev.timbre.platform.error.Conflict;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotAllowed;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.usage.control.UsageMeter;
import dev.timbre.usage.entity.Cost;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.CloneState;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.PreviewState;
import dev.timbre.voice.entity.Revision;
import dev.timbre.voice.entity.RevisionState;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.VoiceState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** What must hold before anything is spoken: a live voice, a covering consent, money. */
@ApplicationScoped
class SpeechPermission {

  @Inject Clients clients;
  @Inject Clones clones;
  @Inject ProviderAccounts accounts;
  @Inject ConsentCheck consents;
  @Inject UsageMeter meter;
  @Inject Access access;
  @Inject Clock clock;

  /**
   * @throws NotAllowed when the caller may not use the voice or its brand
   */
  Client requireClient(Voice voice) {
    access.requireBrand(voice.getBrandId(), Role.CURATOR, Role.APPROVER);
    Client client = access.speakingClient();
    if (!client.maySpeakWith(voice.getId())) {
      throw new NotAllowed(
              "voice-not-allowed",
              "Client "
                  + client.getName()
                  + " may speak with certain voices only, and "
                  + voice.getAlias()
                  + " is none of them; an administrator can allow it.")
          .about(client.getName(), voice.getAlias());
    }
    return client;
  }

  /**
   * The clone the voice speaks with; never another one.
   *
   * @throws Conflict when the voice is not live or its clone is gone
   */
  Clone requireLive(Voice voice) {
    if (voice.getState() != VoiceState.LIVE) {
      String why = voice.getSuspensionReason() == null ? "" : " " + voice.getSuspensionReason();
      throw new Conflict(
              "voice-not-live",
              "Voice "
                  + voice.getAlias()
                  + " is "
                  + voice.getState()
                  + " and does not speak."
                  + why)
          .about(voice.getAlias(), voice.getState());
    }
    Clone clone = clones.get(voice.getPrimaryCloneId());
    if (!clone.getState().speaks()) {
      throw new Conflict(
              "clone-gone",
              "The clone of voice "
                  + voice.getAlias()
                  + " is "
                  + clone.getState()
                  + " at the provider; an approver can order a new one.")
          .about(voice.getAlias(), clone.getState());
    }
    return clone;
  }

  /**
   * @throws Conflict when nobody waits for the clone, or speaking with it would neither make it
   *     permanent nor let it be heard for the first time, as an imported one
   */
  void requireActivatable(Voice voice, Clone clone) {
    boolean unheard =
        clone.getState() == CloneState.PERMANENT
            && clone.getPreview().state() != PreviewState.STORED;
    if (!isAwaited(voice, clone.getRevision())
        || clone.getState() != CloneState.PROVISIONAL && !unheard) {
      throw new Conflict(
              "clone-not-activatable",
              "The voice is "
                  + voice.getState()
                  + " and the clone "
                  + clone.getState()
                  + "; only a provisional clone of an approved or live voice, or of an approved"
                  + " proposal, is activated.")
          .about(voice.getState(), clone.getState());
    }
  }

  private static boolean isAwaited(Voice voice, Revision revision) {
    return switch (voice.getState()) {
      case APPROVED, LIVE ->
          revision.equals(voice.getRevision()) || isApprovedProposal(voice, revision);
      // what is suspended is the revision that counts, not the one that shall replace it
      case SUSPENDED -> isApprovedProposal(voice, revision);
      default -> false;
    };
  }

  private static boolean isApprovedProposal(Voice voice, Revision revision) {
    return revision.equals(voice.getProposal()) && revision.getState() == RevisionState.APPROVED;
  }

  /**
   * @param useId null where the client has only one
   * @throws Invalid when it has none, or several and none is named, or the named one is not its own
   */
  Use requireUse(Client client, UUID useId) {
    List<Use> uses = clients.usesOf(client.getId());
    if (useId != null) {
      return uses.stream()
          .filter(use -> use.getId().equals(useId))
          .findFirst()
          .orElseThrow(
              () -> new Invalid("use-unknown", "Use " + useId + " is none of this client's."));
    }
    if (uses.size() != 1) {
      throw new Invalid(
          "use-missing",
          "The client has declared "
              + uses.size()
              + " uses; "
              + (uses.isEmpty() ? "an administrator must declare one." : "name one of them."));
    }
    return uses.get(0);
  }

  /**
   * The use under which people listen before anything is published; made with the database.
   *
   * @throws Invalid when the client has none
   */
  Use reviewUse(Client client) {
    return clients.usesOf(client.getId()).stream()
        .filter(Use::isReview)
        .findFirst()
        .orElseThrow(() -> new Invalid("use-missing", "The client may not listen for review."));
  }

  /** The consent version in force, which covers the use. */
  ConsentVersion requireConsent(Voice voice, Clone clone, Use use) {
    return consents.requireCovers(
        clone.getRevision().getConsentId(), voice.getBrandId(), voice.getLanguage(), use);
  }

  /** The speech, with its consent version pinned and the most it can cost held. */
  Speech reserve(
      Voice voice, Clone clone, Client client, Use use, SpeechScript script, SpeechFormat format) {
    ConsentVersion consent = requireConsent(voice, clone, use);
    PriceList prices = accountOf(clone).pricesAt(clock.instant());
    String model = clone.getRevision().getOptions().model();
    Cost most = new Cost(prices.characters(model, script.mostUnits()), script.mostUnits());
    if (clone.getState() == CloneState.PROVISIONAL) {
      most = most.plus(prices.voiceFee());
    }
    return new Speech(
        clock.instant(),
        access.actor(),
        new Speech.Grounds(
            voice.getId(),
            voice.getBrandId(),
            clone.getId(),
            clone.getRevision().getId(),
            consent.getId(),
            client.getId(),
            use.getId()),
        script,
        model,
        format,
        meter.reserve(client.getId(), voice.getBrandId(), prices, most));
  }

  ProviderAccount accountOf(Clone clone) {
    return accounts.get(clone.getAccountId());
  }
}
