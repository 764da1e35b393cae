package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Code;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A multipart form with a file on its way in: the parts in any order, the bytes on disk from the
 * start and gone when this is closed.
 */
public final class Upload implements AutoCloseable {
  /** The limit of any file. */
  public static final long MAX_FILE_BYTES = 512L << 20;

  private final FormData form;
  private final FormDataParser parser;

  private Upload(FormData form, FormDataParser parser) {
    this.form = form;
    this.parser = parser;
  }

  /**
   * A file of the form.
   *
   * @param name display data only, without any folder the client put before it
   * @param bytes complete, in the folder of incoming files
   */
  public record Part(String name, Path bytes) {}

  /**
   * Receives the whole body.
   *
   * @param folder where files are received
   * @throws dev.timbre.sandbox.model.Refusal 2013 when it is no well-formed multipart form, or a
   *     file is larger than 512 MiB
   */
  public static Upload read(Call call, Path folder) throws IOException {
    MultiPartParserDefinition definition = new MultiPartParserDefinition(folder);
    definition.setDefaultEncoding(StandardCharsets.UTF_8.name());
    definition.setFileSizeThreshold(0);
    definition.setMaxIndividualFileSize(MAX_FILE_BYTES);
    FormDataParser parser = parserFor(call, definition);
    try {
      return new Upload(parser.parseBlocking(), parser);
    } catch (RequestTooBigException e) {
      throw Code.INVALID_PARAMS.refusal("file is larger than 512 MB").withStatus(413);
    } catch (IOException e) {
      throw Code.INVALID_PARAMS.refusal("the multipart body is malformed");
    }
  }

  private static FormDataParser parserFor(Call call, MultiPartParserDefinition definition) {
    String type = call.exchange().getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    FormDataParser parser = null;
    if (type != null && type.startsWith("multipart/form-data") && type.contains("boundary")) {
      parser = definition.create(call.exchange());
    }
    if (parser == null) {
      throw Code.INVALID_PARAMS.refusal("the body must be multipart/form-data");
    }
    return parser;
  }

  /** A part that is text and not blank. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(form.getFirst(name))
        .filter(v -> !v.isFileItem())
        .map(FormData.FormValue::getValue)
        .filter(v -> !v.isBlank());
  }

  /**
   * A part that is text and not blank.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when there is none
   */
  public String requireText(String name) {
    return text(name).orElseThrow(() -> Code.INVALID_PARAMS.refusal(name + " is empty"));
  }

  /**
   * A part that is a file with a name.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when there is none or it is empty
   */
  public Part requireFile(String name) {
    FormData.FormValue file = form.getFirst(name);
    if (file == null || !file.isFileItem() || isBlank(file.getFileName())) {
      throw Code.INVALID_PARAMS.refusal(name + " is empty");
    }
    Path bytes = file.getFileItem().getFile();
    if (bytes == null) {
      throw Code.INVALID_PARAMS.refusal(name + " is empty");
    }
    return new Part(baseName(file.getFileName()), bytes);
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }

  private static boolean isBlank(String name) {
    return name == null || name.isBlank();
  }

  private static String baseName(String name) {
    return name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
  }
}
