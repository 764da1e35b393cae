package dev.timbre.sandbox.longtext;

import dev.timbre.sandbox.audio.AudioFormat;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.speech.SpeechManner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what a call of asynchronous speech wants spoken: its own text, or an uploaded file. */
final class LongTextInput {
  static final String PURPOSE = "t2a_async_input";
  private static final int MAX_TEXT = 50_000;
  private static final Set<AudioFormat> MODIFIABLE =
      EnumSet.of(AudioFormat.MP3, AudioFormat.WAV, AudioFormat.FLAC);

  private final FileShelf shelf;

  LongTextInput(FileShelf shelf) {
    this.shelf = shelf;
  }

  /**
   * How it is to be spoken.
   *
   * @throws dev.timbre.sandbox.model.Refusal 2013 for what no other speech family refuses, too:
   *     {@code voice_modify} works with mp3, wav and flac only
   */
  static SpeechManner manner(Fields fields) {
    SpeechManner manner = SpeechManner.readAsync(fields);
    AudioFormat format = manner.encoding().format();
    if (fields.has("voice_modify") && !MODIFIABLE.contains(format)) {
      throw fields.refusal("voice_modify", "is not supported with " + format.wireName());
    }
    return manner;
  }

  /**
   * The texts.
   *
   * @param name what the files of a single text are called
   * @throws dev.timbre.sandbox.model.Refusal 2013 unless there is exactly one of {@code text} and
   *     {@code text_file_id}, within its limits
   */
  List<Chapter> chapters(Fields fields, String account, String name) throws IOException {
    Optional<String> text = fields.text("text").filter(t -> !t.isEmpty());
    if (text.isPresent() == fields.has("text_file_id")) {
      throw fields.refusal("text", "or text_file_id must be given, not both");
    }
    if (text.isEmpty()) {
      return uploaded(fields, account, name);
    }
    int length = text.get().codePointCount(0, text.get().length());
    if (length > MAX_TEXT) {
      throw fields.refusal("text", "must have at most " + MAX_TEXT + " characters, got " + length);
    }
    return List.of(new Chapter(name, text.get()));
  }

  private List<Chapter> uploaded(Fields fields, String account, String name) throws IOException {
    StoredFile file = shelf.get(account, fields.requireInt64("text_file_id"));
    if (!file.purpose().equals(PURPOSE)) {
      throw fields.refusal(
          "text_file_id", "was uploaded for " + file.purpose() + ", not for " + PURPOSE);
    }
    if (file.bytes() > Manuscript.MAX_BYTES) {
      throw fields.refusal("text_file_id", "has more than " + Manuscript.MAX_BYTES + " bytes");
    }
    return Manuscript.read(file.filename(), name, Files.readAllBytes(shelf.bytesOf(file)));
  }
}
