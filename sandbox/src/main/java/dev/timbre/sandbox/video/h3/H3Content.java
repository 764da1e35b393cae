package dev.timbre.sandbox.video.h3;

import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.GivenMedia;
import dev.timbre.sandbox.image.ImageFile;
import dev.timbre.sandbox.image.ImageRule;
import dev.timbre.sandbox.model.FileShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a film is made of: a text and media in roles.
 *
 * @param text empty if there is none
 * @param roles of the media, in order
 * @param firstFrame width by height of the first frame; empty unless it came as a data URL
 */
record H3Content(String text, List<String> roles, Optional<ImageFile> firstFrame) {
  static final String BASE_VIDEO = "base_video";
  private static final String STORED = "mm_file://";
  private static final String INPUT_PURPOSE = "video_generation_input";
  private static final int MAX_TEXT = 7000;
  private static final List<String> ALONE = List.of("first_frame", "last_frame", BASE_VIDEO);
  private static final Map<String, List<String>> ROLES =
      Map.of(
          "image_url", List.of("first_frame", "last_frame", "reference_image"),
          "video_url", List.of("reference_video", BASE_VIDEO),
          "audio_url", List.of("reference_audio"));

  /** Reads content for an account, whose stored files it may name. */
  static H3Content read(Fields fields, FileShelf shelf, String account) {
    List<String> texts = new ArrayList<>();
    List<String> roles = new ArrayList<>();
    Optional<ImageFile> first = Optional.empty();
    for (Fields item : fields.objects("content")) {
      item.requireText("type");
      List<String> types = List.of("text", "image_url", "video_url", "audio_url");
      String type = item.choice("type", types).orElseThrow();
      if (type.equals("text")) {
        texts.add(text(item));
      } else {
        item.requireText("role");
        String role = item.choice("role", ROLES.get(type)).orElseThrow();
        roles.add(role);
        Optional<ImageFile> picture = media(item, type, shelf, account);
        first = role.equals("first_frame") ? picture : first;
      }
    }
    if (texts.size() > 1) {
      throw fields.refusal("content", "must have one text, got " + texts.size());
    }
    for (String role : ALONE) {
      if (roles.stream().filter(role::equals).count() > 1) {
        throw fields.refusal("content", "must have at most one " + role);
      }
    }
    return new H3Content(texts.isEmpty() ? "" : texts.get(0), List.copyOf(roles), first);
  }

  private static String text(Fields item) {
    String text = item.requireText("text");
    int length = text.codePointCount(0, text.length());
    if (length > MAX_TEXT) {
      throw item.refusal("text", "must have at most 7000 characters, got " + length);
    }
    return text;
  }

  private static Optional<ImageFile> media(
      Fields item, String type, FileShelf shelf, String account) {
    Fields holder = item.object(type).orElseThrow(() -> item.refusal(type, "is empty"));
    String url = holder.requireText("url");
    if (url.startsWith(STORED)) {
      requireStored(holder, url.substring(STORED.length()), shelf, account);
      return Optional.empty();
    }
    GivenMedia media =
        type.equals("image_url")
            ? ImageRule.FILM_INPUT.check(holder, "url", url)
            : GivenMedia.parse(holder, "url", url);
    return media.bytes().flatMap(ImageFile::of);
  }

  private static void requireStored(Fields holder, String id, FileShelf shelf, String account) {
    boolean known =
        id.matches("\\d{1,18}")
            && shelf
                .find(account, Long.parseLong(id))
                .filter(file -> file.purpose().equals(INPUT_PURPOSE))
                .isPresent();
    if (!known) {
      throw holder.refusal("url", "names no file that was uploaded for " + INPUT_PURPOSE);
    }
  }

  boolean hasMedia() {
    return !roles.isEmpty();
  }

  boolean has(String role) {
    return roles.contains(role);
  }

  int images() {
    return (int) roles.stream().filter(role -> ROLES.get("image_url").contains(role)).count();
  }
}
