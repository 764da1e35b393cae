package dev.timbre.provider.control;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.StoredFile;
import dev.timbre.provider.client.wire.voice.VoiceType;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What an account holds, as far as its dialect lets anybody look. Every method that asks throws
 * {@link ProviderCallFailed}.
 */
@ApplicationScoped
public class ProviderInventory {

  private static final List<FilePurpose> SAMPLES =
      List.of(FilePurpose.VOICE_CLONE, FilePurpose.PROMPT_AUDIO);

  @Inject ProviderConnections connections;
  @Inject ProviderCalls calls;

  /** What of an account can be looked at. */
  public enum Part {
    VOICES(Operation.LIST_VOICES),
    FILES(Operation.LIST_FILES),
    BALANCE(Operation.QUERY_BALANCE);

    private final Operation operation;

    Part(Operation operation) {
      this.operation = operation;
    }
  }

  /**
   * A voice that is not the provider's own.
   *
   * @param cloned false for one that was designed from a description
   */
  public record ListedVoice(String id, boolean cloned) {}

  /**
   * A stored sample.
   *
   * @param purpose as the provider names it
   * @param filename null when the provider does not say
   * @param createdAt null when the provider does not say
   */
  public record ListedFile(
      String id, String purpose, String filename, Long bytes, Instant createdAt) {}

  /** Whether the account's dialect lets anybody look at that. */
  public boolean offers(ProviderAccount account, Part part) {
    return connections.offers(account, part.operation);
  }

  /** Cloned and designed voices; a clone that has never spoken is not among them. */
  public List<ListedVoice> voices(ProviderAccount account) {
    return ask(() -> connections.client(account).voices().list(VoiceType.ALL).voices()).stream()
        .filter(v -> v.type().equals(VoiceType.CLONED) || v.type().equals(VoiceType.DESIGNED))
        .map(v -> new ListedVoice(v.id(), v.type().equals(VoiceType.CLONED)))
        .toList();
  }

  /** Samples and prompts; other files are none of Timbre's business. */
  public List<ListedFile> samples(ProviderAccount account) {
    return SAMPLES.stream().flatMap(purpose -> files(account, purpose)).toList();
  }

  private Stream<ListedFile> files(ProviderAccount account, FilePurpose purpose) {
    return ask(() -> connections.client(account).files().list(purpose).files()).stream()
        .map(file -> listed(file, purpose));
  }

  private static ListedFile listed(StoredFile file, FilePurpose purpose) {
    return new ListedFile(
        file.id().value(),
        purpose.value(),
        file.filename().orElse(null),
        file.bytes().isPresent() ? file.bytes().getAsLong() : null,
        file.createdAt().orElse(null));
  }

  /** What can be spent, in the account's currency; empty when the provider does not say. */
  public Optional<BigDecimal> balance(ProviderAccount account) {
    return ask(() -> connections.client(account).account().balance().available());
  }

  /**
   * Deletes a stored sample. Doing it twice does no harm.
   *
   * @param purpose as listed
   */
  public void deleteFile(ProviderAccount account, String fileId, String purpose) {
    ask(
        () ->
            connections
                .client(account)
                .files()
                .delete(new FileId(fileId), new FilePurpose(purpose)));
  }

  private <T> T ask(Supplier<T> call) {
    return SpeechProvider.held(calls::registering, call);
  }
}
