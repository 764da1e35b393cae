package dev.timbre.provider.client.wire.music;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import java.util.Objects;

/** Asks to find in a song what a cover needs (MiniMax API reference, "Music cover"). */
public record CoverRequest(MusicModel model, CoverSource song) implements WireRequest {

  /**
   * @throws InvalidRequest when the source is no song but what was found in one
   */
  public CoverRequest {
    Objects.requireNonNull(model, "model");
    song.requireSong();
  }

  /** With the model {@link MusicModel#COVER}. */
  public static CoverRequest of(CoverSource song) {
    return new CoverRequest(MusicModel.COVER, song);
  }

  @Override
  public JsonObject toJson() {
    Fields fields = new Fields().text("model", model.value());
    song.writeTo(fields);
    return fields.toJson();
  }
}
