package dev.timbre.sandbox.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.http.Upload;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The files family: upload, list, retrieve, retrieve_content, delete. */
public final class FilesHandler {
  private static final List<String> PURPOSES =
      List.of(
          "voice_clone",
          "prompt_audio",
          "t2a_async_input",
          "t2a_async",
          "batch",
          "batch_output",
          "retrieval",
          "video_understanding",
          "video_generation_input",
          "video_generation");

  private static final List<String> SAMPLES = List.of("voice_clone", "prompt_audio");

  /** The limit of samples and prompts: 20 MB, read as decimal. */
  private static final long MAX_SAMPLE_BYTES = 20_000_000;

  /** Nine hours, as published for the results of asynchronous synthesis. */
  private static final Duration LINK_LIFE = Duration.ofSeconds(32_400);

  /** One hour, as published for films. */
  private static final Duration FILM_LINK_LIFE = Duration.ofHours(1);

  private final World world;
  private final FileShelf shelf;
  private final MediaLinks links;

  public FilesHandler(World world, FileShelf shelf, MediaLinks links) {
    this.world = world;
    this.shelf = shelf;
    this.links = links;
  }

  public void addTo(Router router) {
    router
        .add("POST", "/v1/files/upload", this::upload)
        .add("GET", "/v1/files/list", this::list)
        .add("GET", "/v1/files/retrieve", this::retrieve)
        .add("GET", "/v1/files/retrieve_content", this::content)
        .add("POST", "/v1/files/delete", this::delete);
  }

  private Answer upload(Call call) throws IOException {
    try (Upload upload = Upload.read(call, world.incoming())) {
      String purpose = upload.requireText("purpose");
      Upload.Part sent = upload.requireFile("file");
      if (!PURPOSES.contains(purpose)) {
        throw Code.INVALID_PARAMS.refusal("purpose must be one of " + PURPOSES);
      }
      requireFits(purpose, Files.size(sent.bytes()));
      StoredFile file = shelf.add(call.account().name(), purpose, sent.name(), sent.bytes());
      ObjectNode answer = Call.object();
      answer.set("file", described(file));
      return Answer.success(answer);
    }
  }

  private static void requireFits(String purpose, long size) {
    if (SAMPLES.contains(purpose) && size > MAX_SAMPLE_BYTES) {
      throw Code.INVALID_PARAMS.refusal(
          "file size " + size + " exceeds " + MAX_SAMPLE_BYTES + " bytes for " + purpose);
    }
  }

  private Answer list(Call call) {
    Optional<String> purpose = call.query("purpose").filter(p -> !p.isEmpty());
    if (purpose.isPresent() && !PURPOSES.contains(purpose.get())) {
      throw Code.INVALID_PARAMS.refusal("purpose must be one of " + PURPOSES);
    }
    ObjectNode answer = Call.object();
    ArrayNode files = answer.putArray("files");
    shelf.list(call.account().name()).stream()
        .filter(f -> purpose.isEmpty() || purpose.get().equals(f.purpose()))
        .forEach(f -> files.add(described(f)));
    return Answer.success(answer);
  }

  private Answer retrieve(Call call) {
    StoredFile file = asked(call);
    ObjectNode described = described(file);
    described.put("download_url", links.link("file-" + file.id(), linkLife(file)));
    ObjectNode answer = Call.object();
    answer.set("file", described);
    return Answer.success(answer);
  }

  /** No link outlives its file. */
  private Duration linkLife(StoredFile file) {
    Duration usual = file.purpose().equals("video_generation") ? FILM_LINK_LIFE : LINK_LIFE;
    return file.expiry()
        .map(end -> Duration.between(world.now(), end))
        .filter(left -> left.compareTo(usual) < 0)
        .orElse(usual);
  }

  private Answer content(Call call) {
    return Answer.file("application/octet-stream", shelf.bytesOf(asked(call)));
  }

  private Answer delete(Call call) throws IOException {
    FileDeletion wanted = FileDeletion.read(call);
    StoredFile file = shelf.get(call.account().name(), wanted.fileId());
    if (wanted.purpose().filter(p -> !p.equals(file.purpose())).isPresent()) {
      throw Code.INVALID_PARAMS.refusal("purpose is not that of the file: " + file.purpose());
    }
    shelf.delete(file);
    return Answer.success(Call.object().put("file_id", file.id()));
  }

  private StoredFile asked(Call call) {
    String id = call.query("file_id").orElse("");
    return shelf.get(call.account().name(), FileDeletion.int64(id));
  }

  private static ObjectNode described(StoredFile file) {
    return Call.object()
        .put("file_id", file.id())
        .put("bytes", file.bytes())
        .put("created_at", file.createdAt().getEpochSecond())
        .put("filename", file.filename())
        .put("purpose", file.purpose());
  }
}
