package dev.timbre.provider.client.wire;

import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.error.ProviderRefused;
import java.util.Optional;

/** A successful answer, understood. */
public sealed interface WireAnswer
    permits FileAnswer, FileList, DeletedFile, CloneAnswer, SpeechAnswer, VoiceList, DeletedVoice {

  /**
   * Understands a whole answer.
   *
   * @throws ProviderRefused when the provider says no
   * @throws ProviderAnswerUnreadable when it says nothing of the contract
   */
  static <T extends WireAnswer> T read(Class<T> kind, Reply reply) {
    return kind.cast(AnswerReaders.READERS.get(kind).apply(reply));
  }

  /** The provider's id of the request, for its support. */
  Optional<String> traceId();
}
