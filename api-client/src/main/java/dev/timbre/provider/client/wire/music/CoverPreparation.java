package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.wire.Reply;
import dev.timbre.provider.client.wire.WireAnswer;
import dev.timbre.provider.client.wire.WireObject;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the provider found in a song.
 *
 * @param coverFeatureId usable for 24 h in {@link CoverSource#ofFeature}
 * @param formattedLyrics what is sung, with {@link StructureTag}s; may be changed for the cover
 * @param structure the parts of the song with their times, as JSON; its form is not documented
 *     firmly
 * @param seconds length of the song
 */
public record CoverPreparation(
    String coverFeatureId,
    Optional<String> formattedLyrics,
    Optional<String> structure,
    OptionalDouble seconds,
    Optional<String> traceId)
    implements WireAnswer {

  public static CoverPreparation read(Reply reply) {
    WireObject root = reply.judged("cover_feature_id");
    return new CoverPreparation(
        root.text("cover_feature_id")
            .orElseThrow(() -> reply.unreadable("success without cover_feature_id")),
        root.text("formatted_lyrics"),
        root.packedJson("structure_result"),
        root.decimal("audio_duration"),
        reply.trace(root));
  }

  /** The song as the source of a cover. */
  public CoverSource source() {
    return CoverSource.ofFeature(coverFeatureId);
  }
}
