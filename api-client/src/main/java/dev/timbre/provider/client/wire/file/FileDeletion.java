package dev.timbre.provider.client.wire.file;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;
import java.util.Objects;

/** Asks to delete a stored file. */
public record FileDeletion(FileId id, FilePurpose purpose) implements WireRequest {

  /**
   * @throws InvalidRequest when the id is no whole number
   */
  public FileDeletion {
    id.requireInteger("file_id");
    Objects.requireNonNull(purpose, "purpose");
  }

  @Override
  public JsonObject toJson() {
    return new Fields().id("file_id", id).text("purpose", purpose.value()).toJson();
  }
}
