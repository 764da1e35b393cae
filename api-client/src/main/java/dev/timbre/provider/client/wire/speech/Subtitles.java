package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.ProviderAnswerUnreadable;
import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireObject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A subtitle file: when each sentence is spoken and, if asked for, each word. The text form shows
 * no text.
 */
public record Subtitles(List<Sentence> sentences) {

  /** Some files start with one. */
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  public Subtitles {
    sentences = List.copyOf(sentences);
  }

  /**
   * A sentence, or a part of one.
   *
   * @param pronounced how it is said, where it differs from how it is written
   * @param begin from the start of the audio
   * @param textBegin its first character in the text that was sent
   * @param textEnd the character behind its last one
   * @param last whether nothing follows it
   * @param words empty unless subtitles by word were asked for
   */
  public record Sentence(
      String text,
      Optional<String> pronounced,
      Duration begin,
      Duration end,
      OptionalInt textBegin,
      OptionalInt textEnd,
      boolean last,
      List<Word> words) {

    public Sentence {
      words = List.copyOf(words);
    }

    @Override
    public String toString() {
      return "Sentence[" + begin + " to " + end + ", " + words.size() + " words]";
    }
  }

  /**
   * A word of a sentence.
   *
   * @param begin from the start of the audio
   * @param wordBegin its first character in the text that was sent
   * @param wordEnd the character behind its last one
   */
  public record Word(
      String text, Duration begin, Duration end, OptionalInt wordBegin, OptionalInt wordEnd) {
    @Override
    public String toString() {
      return "Word[" + begin + " to " + end + "]";
    }
  }

  /**
   * Reads a downloaded file.
   *
   * @throws ProviderAnswerUnreadable when it is no array of pieces of text with their times
   */
  public static Subtitles read(byte[] file) {
    JsonArray items =
        JsonText.array(withoutMark(file)).orElseThrow(() -> unreadable(file, "no JSON array"));
    return new Subtitles(items.stream().map(item -> sentence(item, file)).toList());
  }

  private static byte[] withoutMark(byte[] file) {
    int mark = BYTE_ORDER_MARK.length;
    boolean marked = file.length >= mark && Arrays.equals(file, 0, mark, BYTE_ORDER_MARK, 0, mark);
    return marked ? Arrays.copyOfRange(file, mark, file.length) : file;
  }

  private static Sentence sentence(JsonValue value, byte[] file) {
    if (!(value instanceof JsonObject object)) {
      throw unreadable(file, "an item that is no object");
    }
    WireObject item = new WireObject(object);
    return new Sentence(
        item.text("text").orElse(""),
        item.text("pronounce_text"),
        time(item, "time_begin", file),
        time(item, "time_end", file),
        item.wholeNumber("text_begin"),
        item.wholeNumber("text_end"),
        item.flag("is_final_segment").orElse(false),
        item.objects("timestamped_words").stream().map(word -> word(word, file)).toList());
  }

  private static Word word(WireObject item, byte[] file) {
    return new Word(
        item.text("word").orElse(""),
        time(item, "time_begin", file),
        time(item, "time_end", file),
        item.wholeNumber("word_begin"),
        item.wholeNumber("word_end"));
  }

  /** Milliseconds with a fraction. */
  private static Duration time(WireObject item, String name, byte[] file) {
    OptionalDouble millis = item.decimal(name);
    if (millis.isEmpty() || Math.abs(millis.getAsDouble()) > Integer.MAX_VALUE) {
      throw unreadable(file, "an item without " + name);
    }
    return Duration.ofNanos(Math.round(millis.getAsDouble() * 1_000_000));
  }

  private static ProviderAnswerUnreadable unreadable(byte[] file, String reason) {
    return new ProviderAnswerUnreadable(
        Operation.DOWNLOAD, 200, "no subtitles, " + reason, file.length + " bytes", null);
  }
}
