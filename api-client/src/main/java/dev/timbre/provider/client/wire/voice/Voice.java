package dev.timbre.provider.client.wire.voice;

import dev.timbre.provider.client.wire.WireObject;
import java.util.List;
import java.util.Optional;

/**
 * A voice as the provider lists it.
 *
 * @param id opaque; ids of system voices may hold spaces and brackets, and end in a space
 * @param createdTime as written: a date, or seconds since 1970 as text
 */
public record Voice(
    String id,
    VoiceType type,
    Optional<String> name,
    List<String> description,
    Optional<String> createdTime) {

  public Voice {
    description = List.copyOf(description);
  }

  public static Optional<Voice> read(WireObject voice, VoiceType type) {
    return voice
        .text("voice_id")
        .map(
            id ->
                new Voice(
                    id,
                    type,
                    voice.text("voice_name"),
                    voice.texts("description"),
                    voice.text("created_time")));
  }
}
