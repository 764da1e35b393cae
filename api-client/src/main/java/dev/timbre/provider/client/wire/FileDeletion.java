package dev.timbre.provider.client.wire;

import jakarta.json.JsonObject;

/** Asks to delete a stored file. */
public record FileDeletion(FileId id, FilePurpose purpose) implements WireRequest {

  @Override
  public JsonObject toJson() {
    return new Fields().id("file_id", id).text("purpose", purpose.value()).toJson();
  }
}
