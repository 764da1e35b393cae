package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to listing voices. A cloned or designed voice is in it only after its first real
 * synthesis, so absence proves nothing about an unused one.
 */
public record VoiceList(List<Voice> voices, Optional<String> traceId) implements WireAnswer {

  private static final Map<String, VoiceType> LISTS =
      Map.of(
          "system_voice", VoiceType.SYSTEM,
          "voice_cloning", VoiceType.CLONED,
          "voice_generation", VoiceType.DESIGNED);

  public VoiceList {
    voices = List.copyOf(voices);
  }

  public static VoiceList read(Reply reply) {
    WireObject root = reply.judged(LISTS.keySet().toArray(String[]::new));
    List<Voice> voices =
        Stream.of("system_voice", "voice_cloning", "voice_generation")
            .flatMap(
                list ->
                    root.objects(list).stream()
                        .flatMap(voice -> Voice.read(voice, LISTS.get(list)).stream()))
            .toList();
    return new VoiceList(voices, reply.trace(root));
  }

  /** The voices of one type. */
  public List<Voice> of(VoiceType type) {
    return voices.stream().filter(voice -> voice.type().equals(type)).toList();
  }
}
