package dev.timbre.sandbox.http;

import dev.timbre.sandbox.model.Code;
import io.undertow.server.RequestTooBigException;
import io.undertow.server.handlers.form.FormData;
import io.undertow.server.handlers.form.FormDataParser;
import io.undertow.server.handlers.form.MultiPartParserDefinition;
import io.undertow.util.Headers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A file on its way in: the multipart parts in any order, the bytes on disk from the start.
 *
 * @param filename display data only, without any folder the client put before it
 * @param bytes complete, in the folder of incoming files; gone when this is closed
 */
record Upload(String purpose, String filename, Path bytes, FormDataParser parser)
    implements AutoCloseable {

  /** The limit of samples and prompts: 20 MB, read as decimal. */
  static final long MAX_SAMPLE_BYTES = 20_000_000;

  /** The limit of any other file. */
  static final long MAX_FILE_BYTES = 512L << 20;

  private static final List<String> SAMPLES = List.of("voice_clone", "prompt_audio");

  static Upload read(Call call, Path folder) throws IOException {
    MultiPartParserDefinition definition = new MultiPartParserDefinition(folder);
    definition.setDefaultEncoding(StandardCharsets.UTF_8.name());
    definition.setFileSizeThreshold(0);
    definition.setMaxIndividualFileSize(MAX_FILE_BYTES);
    FormDataParser parser = parserFor(call, definition);
    try {
      FormData form = parser.parseBlocking();
      FormData.FormValue file = form.getFirst("file");
      FormData.FormValue purpose = form.getFirst("purpose");
      if (purpose == null || purpose.isFileItem() || purpose.getValue().isBlank()) {
        throw Code.INVALID_PARAMS.refusal("purpose is empty");
      }
      if (file == null || !file.isFileItem() || isBlank(file.getFileName())) {
        throw Code.INVALID_PARAMS.refusal("file is empty");
      }
      return new Upload(
          purpose.getValue(), baseName(file.getFileName()), file.getFileItem().getFile(), parser);
    } catch (RequestTooBigException e) {
      throw Code.INVALID_PARAMS.refusal("file is larger than 512 MB");
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

  /**
   * Checks the size against what the purpose allows.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 when the file is empty or too large
   */
  void requireFits(String itsPurpose) throws IOException {
    long size = Files.size(bytes);
    if (size == 0) {
      throw Code.INVALID_PARAMS.refusal("file is empty");
    }
    if (SAMPLES.contains(itsPurpose) && size > MAX_SAMPLE_BYTES) {
      throw Code.INVALID_PARAMS.refusal(
          "file size " + size + " exceeds " + MAX_SAMPLE_BYTES + " bytes for " + itsPurpose);
    }
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
