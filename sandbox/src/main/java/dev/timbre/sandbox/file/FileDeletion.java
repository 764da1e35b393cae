package dev.timbre.sandbox.file;

import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.Code;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.FormParserFactory;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.Optional;

/**
 * A request to delete a file. The published page declares multipart but describes JSON, so the
 * sandbox takes JSON, a form and multipart.
 */
public record FileDeletion(long fileId, Optional<String> purpose) {

  public static FileDeletion read(Call call) throws IOException {
    String type = call.exchange().getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    if (type == null || !(type.startsWith("multipart/") || type.contains("form-urlencoded"))) {
      Fields fields = call.json();
      return new FileDeletion(fields.requireInt64("file_id"), fields.text("purpose"));
    }
    FormDataParser parser = FormParserFactory.builder().build().createParser(call.exchange());
    if (parser == null) {
      throw Code.INVALID_PARAMS.refusal("the body cannot be read as " + type);
    }
    try (parser) {
      FormData form = parser.parseBlocking();
      return new FileDeletion(int64(text(form, "file_id").orElse("")), text(form, "purpose"));
    } catch (IOException e) {
      throw Code.INVALID_PARAMS.refusal("the form is malformed");
    }
  }

  /**
   * Reads an id that stands in a query or form.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when it is no int64
   */
  public static long int64(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw Code.INVALID_PARAMS.refusal(
          text.isEmpty() ? "file_id is empty" : "file_id must be an int64");
    }
  }

  private static Optional<String> text(FormData form, String name) {
    return Optional.ofNullable(form.getFirst(name))
        .filter(v -> !v.isFileItem())
        .map(FormData.FormValue::getValue)
        .filter(v -> !v.isEmpty());
  }
}
