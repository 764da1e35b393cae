package dev.timbre.provider.control;

import dev.timbre.provider.client.doctor.Diagnosis;
import dev.timbre.provider.client.doctor.KeyReport;
import dev.timbre.provider.client.doctor.Verdict;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.Audio;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.FileUpload;
import dev.timbre.provider.client.wire.file.StoredFile;
import dev.timbre.provider.client.wire.speech.LanguageBoost;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.ClonePrompt;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.VoiceType;
import dev.timbre.provider.entity.ProviderAccount;
import dev.timbre.provider.entity.ProviderFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;

/**
 * What Timbre asks of a provider, in its own words. Every method throws {@link ProviderCallFailed}.
 */
@ApplicationScoped
public class SpeechProvider {

  @Inject ProviderConnections connections;
  @Inject ProviderCalls calls;
  @Inject AccountBreakers breakers;
  @Inject RateGovernor governor;

  /** What an upload is for. */
  public enum SampleKind {
    SOURCE(FilePurpose.VOICE_CLONE),
    PROMPT(FilePurpose.PROMPT_AUDIO);

    private final FilePurpose purpose;

    SampleKind(FilePurpose purpose) {
      this.purpose = purpose;
    }
  }

  /**
   * What is asked of a clone.
   *
   * @param promptFileId null without a prompt, and then so is the transcript
   * @param previewText null for none
   * @param languageBoost null for none
   */
  public record CloneOrder(
      String voiceId,
      String sourceFileId,
      String promptFileId,
      String promptTranscript,
      String previewText,
      String model,
      String languageBoost,
      boolean noiseReduction,
      boolean volumeNormalisation,
      boolean watermark) {}

  /**
   * What came of it.
   *
   * @param risk class of content risk; null when the provider says nothing
   * @param previewUrl null when there is none
   * @param previewCharacters billed for the preview
   */
  public record CloneResult(
      Integer risk, String previewUrl, OptionalLong previewCharacters, String traceId) {}

  /**
   * What a provider says of a synthesis.
   *
   * @param billedCharacters empty when the provider does not say
   */
  public record Metered(Optional<Duration> length, OptionalLong billedCharacters, String traceId) {}

  /** What came of a synthesis. */
  public record SpokenAudio(Audio audio, Metered metered) {

    public void writeTo(OutputStream out) throws IOException {
      audio.writeTo(out);
    }
  }

  /**
   * The id of a stored file of that name, so that an upload need not happen twice; never found
   * where the dialect cannot list.
   */
  public Optional<String> findFile(ProviderAccount account, SampleKind kind, String filename) {
    if (!connections.offers(account, Operation.LIST_FILES)) {
      return Optional.empty();
    }
    return registering(
        () ->
            connections.client(account).files().list(kind.purpose).files().stream()
                .filter(file -> file.filename().filter(filename::equals).isPresent())
                .map(StoredFile::id)
                .map(FileId::value)
                .findFirst());
  }

  /**
   * Stores a sample at the provider and answers its id. Not repeated here: an upload whose answer
   * was lost may lie there already, and somebody's voice should not lie there twice.
   */
  public String upload(ProviderAccount account, SampleKind kind, String filename, Path file) {
    return ProviderFaults.translated(
        () ->
            connections
                .client(account)
                .files()
                .upload(
                    new FileUpload(
                        kind.purpose,
                        filename,
                        file.toFile().length(),
                        () -> Files.newInputStream(file)))
                .file()
                .id()
                .value());
  }

  public CloneResult cloneVoice(ProviderAccount account, CloneOrder order) {
    CloneAnswer answer =
        registering(() -> connections.client(account).voices().cloneFrom(request(order)));
    return new CloneResult(
        answer.risk().judged() ? answer.risk().type() : null,
        answer.demoAudio().map(url -> url.uri().toString()).orElse(null),
        answer.metering().usageCharacters(),
        answer.traceId().orElse(null));
  }

  private static CloneRequest request(CloneOrder order) {
    CloneRequest.Builder request =
        CloneRequest.of(new FileId(order.sourceFileId()), order.voiceId())
            .noiseReduction(order.noiseReduction())
            .volumeNormalization(order.volumeNormalisation())
            .watermark(order.watermark());
    if (order.promptFileId() != null) {
      request.prompt(new ClonePrompt(new FileId(order.promptFileId()), order.promptTranscript()));
    }
    if (order.previewText() != null) {
      request.preview(order.previewText(), new SpeechModel(order.model()));
    }
    if (order.languageBoost() != null) {
      request.languageBoost(new LanguageBoost(order.languageBoost()));
    }
    return request.build();
  }

  public SpokenAudio speak(ProviderAccount account, SpeechOrder order) {
    SpeechAnswer answer =
        heeded(account, order, () -> connections.client(account).speech().speak(order.toRequest()));
    return new SpokenAudio(
        answer.audio().orElseThrow(),
        new Metered(
            answer.info().length(),
            answer.metering().usageCharacters(),
            answer.traceId().orElse(null)));
  }

  /**
   * Begins to speak; answers when the provider has begun to answer. Charged like {@link #speak},
   * also when the stream is closed early.
   */
  public LiveAudio stream(ProviderAccount account, SpeechOrder order) {
    return new LiveAudio(
        heeded(
            account, order, () -> connections.client(account).speech().stream(order.toRequest())));
  }

  /** Deletes a clone for ever. */
  public void deleteVoice(ProviderAccount account, String voiceId) {
    registering(() -> connections.client(account).voices().delete(VoiceType.CLONED, voiceId));
  }

  /** Whether the account lists the voice, which it does once the voice has really spoken. */
  public boolean lists(ProviderAccount account, String voiceId) {
    return registering(
        () ->
            connections
                .client(account)
                .voices()
                .list(VoiceType.CLONED)
                .of(VoiceType.CLONED)
                .stream()
                .anyMatch(voice -> voice.id().equals(voiceId)));
  }

  /**
   * Asks something harmless, and says in words for people what came of it: where the key is good,
   * which purse it pays from, or why it is refused and where it belongs instead.
   */
  public String check(ProviderAccount account) {
    KeyReport report = connections.examine(account);
    Diagnosis here = report.diagnoses().get(0);
    if (here.verdict() == Verdict.FITS) {
      return here.explanation();
    }
    String elsewhere =
        report
            .best()
            .filter(best -> !best.equals(here) && best.verdict().takesKey())
            .map(best -> " It belongs to " + best.place().base() + ".")
            .orElse("");
    String code = here.code().map(Object::toString).orElse(kebab(here.verdict()));
    throw new ProviderRefused(
        new ProviderFault(code, here.explanation(), here.traceId().orElse(null), elsewhere.strip()),
        null);
  }

  private static String kebab(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Copies what a provider's URL leads to, from allowed hosts only and within size and time. */
  public void download(ProviderAccount account, String url, OutputStream out) {
    ProviderFaults.translated(
        () -> connections.download(account).fetch(new ProviderUrl(URI.create(url)), out));
  }

  /** A complaint about the rate slows down what follows, on every node. */
  private <T> T heeded(ProviderAccount account, SpeechOrder order, Supplier<T> call) {
    AccountBreaker breaker = breakers.of(account.getId());
    try {
      return held(calls::speaking, () -> breaker.call(() -> ProviderFaults.translated(call)));
    } catch (ProviderBusy e) {
      governor.heed(account.getId(), order.model(), e);
      throw e;
    }
  }

  private <T> T registering(Supplier<T> call) {
    return held(calls::registering, call);
  }

  static <T> T held(Function<Supplier<T>, T> tolerance, Supplier<T> call) {
    try {
      return tolerance.apply(call);
    } catch (FaultToleranceException e) {
      throw ProviderFaults.held(e);
    }
  }
}
