package dev.timbre.speech.control;

import dev.timbre.access.entity.Clients;
import dev.timbre.access.entity.Use;
import dev.timbre.audit.control.Signer;
import dev.timbre.audit.entity.AuditEntry;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.speech.entity.Labels;
import dev.timbre.speech.entity.Receipt;
import dev.timbre.speech.entity.Receipts;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Clones;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Locale;

/** Writes a signed receipt for each speech, in the transaction that keeps its outcome. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class ReceiptBook {

  /** Says how a receipt is written; the number changes when a member changes its meaning. */
  static final String TYPE = "timbre.receipt/1";

  @Inject Receipts receipts;
  @Inject Voices voices;
  @Inject Clones clones;
  @Inject Clients clients;
  @Inject ProviderAccounts accounts;
  @Inject Signer signer;
  @Inject Clock clock;

  /**
   * @param speech spoken just now
   * @param entry of the log, that says so
   */
  void issue(Speech speech, AuditEntry entry) {
    String payload = payload(speech, entry);
    Signer.Signed signed = signer.sign(payload.getBytes(StandardCharsets.UTF_8));
    receipts.add(
        new Receipt(
            clock.instant(),
            speech.getId(),
            payload,
            new Receipt.Signature(signed.keyName(), signed.keyId(), signed.bytes())));
  }

  private String payload(Speech speech, AuditEntry entry) {
    Speech.Grounds grounds = speech.getGrounds();
    Clone clone = clones.get(grounds.cloneId());
    return Json.createObjectBuilder()
        .add("audio", audio(speech))
        .add(
            "audit",
            Json.createObjectBuilder()
                .add("entry", entry.getId().toString())
                .add("leafSha256", HexFormat.of().formatHex(entry.leafHash())))
        .add("billedCharacters", speech.getBilledCharacters())
        .add("client", grounds.clientId().toString())
        .add(
            "consent",
            Json.createObjectBuilder()
                .add("consent", clone.getRevision().getConsentId().toString())
                .add("version", grounds.consentVersionId().toString()))
        .add(
            "cost",
            Json.createObjectBuilder()
                .add("amount", speech.getCost().toPlainString())
                .add("currency", speech.getCost().getCurrency()))
        .add("finishedAt", speech.getFinishedAt().toString())
        .add("labels", labels(speech.getLabels()))
        .add("model", speech.getModel())
        .add("provider", provider(clone))
        .add("requestedAt", speech.getCreatedAt().toString())
        .add("speaker", speech.getSpeaker().toString())
        .add("speech", speech.getId().toString())
        .add("text", Json.createObjectBuilder().add("sha256", speech.getTextDigest()))
        .add("type", TYPE)
        .add("use", use(grounds))
        .add("voice", voice(grounds, clone))
        .build()
        .toString();
  }

  private JsonObjectBuilder use(Speech.Grounds grounds) {
    Use use = clients.getUse(grounds.useId());
    return Json.createObjectBuilder()
        .add("channel", lower(use.getChannel()))
        .add("id", use.getId().toString())
        .add("purpose", lower(use.getPurpose()))
        .add("territory", use.getTerritory());
  }

  private static JsonObjectBuilder audio(Speech speech) {
    SpeechFormat format = speech.getFormat();
    JsonObjectBuilder audio =
        Json.createObjectBuilder()
            .add("bitrate", format.bitrate())
            .add("durationMillis", speech.getDurationMs())
            .add("format", format.format())
            .add("sampleRate", format.sampleRate());
    if (speech.getAudio() != null) {
      audio.add("sha256", speech.getAudio());
    }
    audio.add("streamed", speech.isStreamed());
    if (speech.getWithheld() != null) {
      audio.add("withheld", speech.getWithheld());
    }
    return audio;
  }

  private static JsonObjectBuilder labels(Labels labels) {
    JsonArrayBuilder policies = Json.createArrayBuilder();
    labels.policyIds().stream().map(Object::toString).sorted().forEach(policies::add);
    return Json.createObjectBuilder()
        .add("audible", labels.audible())
        .add("metadata", lower(labels.metadata()))
        .add("policies", policies);
  }

  private JsonObjectBuilder provider(Clone clone) {
    ProviderAccount account = accounts.get(clone.getAccountId());
    return Json.createObjectBuilder()
        .add("account", account.getId().toString())
        .add("dialect", lower(account.getDialect()));
  }

  private JsonObjectBuilder voice(Speech.Grounds grounds, Clone clone) {
    return Json.createObjectBuilder()
        .add("alias", voices.get(grounds.voiceId()).getAlias().value())
        .add("brand", grounds.brandId().toString())
        .add("clone", grounds.cloneId().toString())
        .add("id", grounds.voiceId().toString())
        .add("revision", clone.getRevision().getNumber());
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
