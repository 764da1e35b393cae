package dev.timbre.sandbox.http;

import dev.timbre.sandbox.audio.AudioFormat;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** Serves download links like the provider's object store: signature instead of a key. */
public final class MediaHandler implements Endpoint {
  public static final String PATH = MediaLinks.PATH;
  private static final String BINARY = "application/octet-stream";
  private static final String XML = "application/xml";
  private static final Map<String, String> TYPES =
      Map.of("json", "application/json", "jpeg", "image/jpeg", "mp4", "video/mp4");

  private final MediaLinks links;
  private final FileShelf shelf;
  private final World world;

  public MediaHandler(MediaLinks links, FileShelf shelf, World world) {
    this.links = links;
    this.shelf = shelf;
    this.world = world;
  }

  MediaLinks links() {
    return links;
  }

  @Override
  public Answer handle(Call call) {
    String name = call.path().substring(PATH.length());
    String expires = call.query("Expires").orElse(null);
    if (!links.isValid(name, expires, call.query("Signature").orElse(null))) {
      return Answer.text(403, XML, error("AccessDenied", "Request has expired or is not signed."));
    }
    if (name.startsWith("file-")) {
      return upload(Long.parseLong(name.substring("file-".length())));
    }
    Path file = links.bytesOf(name);
    return Files.exists(file) ? Answer.file(typeOf(name), file) : missing();
  }

  private Answer upload(long id) {
    Optional<StoredFile> file = world.files().stream().filter(f -> f.id() == id).findFirst();
    return file.map(f -> Answer.file(BINARY, shelf.bytesOf(f))).orElseGet(MediaHandler::missing);
  }

  private static Answer missing() {
    return Answer.text(404, XML, error("NoSuchKey", "The specified key does not exist."));
  }

  private static String error(String code, String message) {
    return "<Error><Code>" + code + "</Code><Message>" + message + "</Message></Error>";
  }

  private static String typeOf(String name) {
    String extension = name.substring(name.lastIndexOf('.') + 1);
    if (TYPES.containsKey(extension)) {
      return TYPES.get(extension);
    }
    return Arrays.stream(AudioFormat.values())
        .filter(f -> name.endsWith("." + f.extension()))
        .map(AudioFormat::mediaType)
        .findFirst()
        .orElse(BINARY);
  }
}
