package dev.timbre.provider.client;

import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.Audio;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.speech.AudioInfo;
import dev.timbre.provider.client.wire.speech.Metering;
import java.util.Optional;

/** Something that a {@link SpeechSession} has to say about one of its texts. */
public sealed interface SessionEvent {

  /** Number of the text, as {@link SpeechSession#say} answered it. */
  int text();

  /** A piece of the text's audio; the pieces follow each other without a gap. */
  record AudioPiece(int text, Audio audio) implements SessionEvent {}

  /**
   * The text is spoken, and all its audio has come.
   *
   * @param subtitles soon dies; only when asked for
   */
  record TextSpoken(
      int text,
      AudioInfo info,
      Metering metering,
      Optional<ProviderUrl> subtitles,
      Optional<String> traceId)
      implements SessionEvent {}

  /**
   * The provider left the text out: it is empty (2203) or too long (2204) in the provider's eyes,
   * or too many texts were waiting (2205). It is not charged, and the session goes on.
   */
  record TextSkipped(int text, ProviderRefused refusal) implements SessionEvent {}
}
