package dev.timbre.provider.client.wire.chat;

import jakarta.json.JsonObject;

/** One piece of what a message shows. */
public sealed interface ContentPart permits TextPart, ImagePart, VideoPart {

  /** The piece as {@code {"type":…}}. */
  JsonObject toJson();

  /** Characters that it adds to the body, at least. */
  long size();
}
