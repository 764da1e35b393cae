package dev.timbre.sandbox.chat;

import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.FileShelf;
import java.util.Locale;

/**
 * Checks pictures and videos in messages: a data URL of at most 10 MB or 50 MB, a web address,
 * which is not fetched, or {@code mm_file://<file_id>} of an uploaded video.
 */
final class MediaInput {
  private static final String FILE = "mm_file://";
  private static final long MAX_IMAGE = 10L << 20;
  private static final long MAX_VIDEO = 50L << 20;

  private final FileShelf shelf;
  private final String account;

  MediaInput(FileShelf shelf, String account) {
    this.shelf = shelf;
    this.account = account;
  }

  /**
   * Checks one that is named by a URL.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 naming the field
   */
  void checkImage(Fields holder, String field) {
    String url = holder.requireText(field);
    if (url.startsWith("data:")) {
      checkSize(holder, field, url.substring(url.indexOf(',') + 1), MAX_IMAGE);
    } else if (!isWeb(url)) {
      throw holder.refusal(field, "must be a data URL or an http or https URL");
    }
  }

  /** The same for a video, which may also be an uploaded file. */
  void checkVideo(Fields holder, String field) {
    String url = holder.requireText(field);
    if (url.startsWith(FILE)) {
      checkFile(holder, field, url.substring(FILE.length()));
    } else if (url.startsWith("data:")) {
      checkSize(holder, field, url.substring(url.indexOf(',') + 1), MAX_VIDEO);
    } else if (!isWeb(url)) {
      throw holder.refusal(
          field, "must be a data URL, an http or https URL or mm_file://<file_id>");
    }
  }

  /** Checks a picture that is there as base64. */
  void checkImageData(Fields holder, String field) {
    checkSize(holder, field, holder.requireText(field), MAX_IMAGE);
  }

  private static void checkSize(Fields holder, String field, String base64, long limit) {
    long size = base64.length() * 3L / 4;
    if (size > limit) {
      throw holder.refusal(field, "has " + size + " bytes, at most " + limit + " are allowed");
    }
  }

  private void checkFile(Fields holder, String field, String id) {
    boolean known =
        id.matches("\\d{1,18}")
            && shelf
                .find(account, Long.parseLong(id))
                .filter(f -> f.purpose().equals("video_understanding"))
                .isPresent();
    if (!known) {
      throw holder.refusal(field, "is no uploaded file of purpose video_understanding");
    }
  }

  private static boolean isWeb(String url) {
    String lower = url.toLowerCase(Locale.ROOT);
    return lower.startsWith("http://") || lower.startsWith("https://");
  }
}
