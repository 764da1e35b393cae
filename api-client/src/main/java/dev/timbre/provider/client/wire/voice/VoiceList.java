package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The answer to listing voices. A cloned or designed voice is in it only after its first real
 * synthesis, so absence proves nothing about an unused one.
 */
public record VoiceList(List<Voice> voices, Optional<String> traceId) implements WireAnswer {

  /** In the order of the answer; the music voices are in old answers only. */
  private static final Map<String, VoiceType> LISTS = new LinkedHashMap<>();

  /** An old list of places for voices, which says nothing that the others do not say. */
  private static final String SLOTS = "voice_slots";

  static {
    LISTS.put("system_voice", VoiceType.SYSTEM);
    LISTS.put("voice_cloning", VoiceType.CLONED);
    LISTS.put("voice_generation", VoiceType.DESIGNED);
    LISTS.put("music_generation", VoiceType.MUSIC);
  }

  public VoiceList {
    voices = List.copyOf(voices);
  }

  public static VoiceList read(Reply reply) {
    WireObject root =
        reply.judged(
            Stream.concat(LISTS.keySet().stream(), Stream.of(SLOTS)).toArray(String[]::new));
    List<Voice> voices =
        LISTS.entrySet().stream()
            .flatMap(
                list ->
                    root.objects(list.getKey()).stream()
                        .flatMap(voice -> Voice.read(voice, list.getValue()).stream()))
            .toList();
    return new VoiceList(voices, reply.trace(root));
  }

  /** The voices of one type. */
  public List<Voice> of(VoiceType type) {
    return voices.stream().filter(voice -> voice.type().equals(type)).toList();
  }
}
