package dev.timbre.provider.client.wire.video;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.ImageInput;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Orders a video from a template (MiniMax API reference, "Video template agent"). What the template
 * needs is checked.
 *
 * @param media pictures, in the order that the template wants
 * @param texts words, in the order that the template wants
 * @param callback where the provider tells how the video is getting on
 */
public record TemplateRequest(
    VideoTemplate template, List<ImageInput> media, List<String> texts, Optional<URI> callback)
    implements WireRequest {

  /**
   * @throws InvalidRequest when the template needs what is missing, a picture is of another format
   *     or too large, a text blank, or an address not http or https
   */
  public TemplateRequest {
    media = List.copyOf(media);
    texts = List.copyOf(texts);
    media.forEach(picture -> VideoImageRule.requireFormat("media_inputs.value", picture));
    texts.forEach(text -> Check.notBlank("text_inputs.value", text));
    callback.ifPresent(address -> Check.webAddress("callback_url", address));
    require(template, template.needsMedia() && media.isEmpty(), "media_inputs");
    require(template, template.needsText() && texts.isEmpty(), "text_inputs");
  }

  private static void require(VideoTemplate template, boolean missing, String field) {
    if (missing) {
      throw new InvalidRequest(field, "missing", "required by template " + template);
    }
  }

  public static TemplateRequest of(
      VideoTemplate template, List<ImageInput> media, List<String> texts) {
    return new TemplateRequest(template, media, texts, Optional.empty());
  }

  public TemplateRequest withCallback(URI value) {
    return new TemplateRequest(template, media, texts, Optional.of(value));
  }

  @Override
  public JsonObject toJson() {
    return new Fields()
        .text("template_id", template.id())
        .nested("media_inputs", values(media.stream().map(ImageInput::value).toList()))
        .nested("text_inputs", values(texts))
        .text("callback_url", callback)
        .toJson();
  }

  private static JsonArray values(List<String> inputs) {
    JsonArrayBuilder array = JsonText.JSON.createArrayBuilder();
    inputs.forEach(input -> array.add(new Fields().text("value", input).toJson()));
    return array.build();
  }

  @Override
  public String toString() {
    return "TemplateRequest["
        + template
        + ", "
        + media.size()
        + " pictures, "
        + texts.size()
        + " texts]";
  }
}
