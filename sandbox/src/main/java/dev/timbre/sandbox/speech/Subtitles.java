package dev.timbre.sandbox.speech;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.MarkedText;
import dev.timbre.sandbox.audio.Timeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When each sentence of a text is heard, and each word of it. Pauses divide sentences;
 * interjections belong to the text of a sentence, but are no words.
 *
 * @param sentences in the order of the text
 */
public record Subtitles(List<Sentence> sentences) {

  /**
   * A sentence.
   *
   * @param said its text after the pronunciation rules
   * @param place where it stands in the text, counted in code points
   */
  public record Sentence(
      String text, String said, Place place, Timeline.Span time, List<Word> words) {}

  /** A word; its place is counted from the begin of the whole text. */
  public record Word(String text, Place place, Timeline.Span time) {}

  /** From one code point to before another. */
  public record Place(int begin, int end) {}

  /** Finds out when the sentences of a text are heard; what is not heard has no sentence. */
  static Subtitles of(Pronunciation pronunciation, MarkedText marked, Timeline timeline) {
    List<Sentence> sentences = new ArrayList<>();
    for (Sentences.Part part : parts(pronunciation.text(), marked)) {
      timeOf(part, pronunciation, timeline)
          .ifPresent(time -> sentences.add(sentence(part, time, pronunciation, marked, timeline)));
    }
    return new Subtitles(List.copyOf(sentences));
  }

  /**
   * The file that a subtitle link leads to.
   *
   * @param withWords whether every sentence lists its words
   */
  ArrayNode toJson(boolean withWords) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      ObjectNode item =
          list.addObject().put("text", sentence.text()).put("pronounce_text", sentence.said());
      putTime(item, sentence.time())
          .put("text_begin", sentence.place().begin())
          .put("text_end", sentence.place().end())
          .put("is_final_segment", i == sentences.size() - 1);
      if (withWords) {
        ArrayNode words = item.putArray("timestamped_words");
        sentence.words().forEach(word -> putWord(words.addObject(), word));
      } else {
        item.putNull("timestamped_words");
      }
    }
    return list;
  }

  /** The short form that the archives of asynchronous speech hold. */
  public ArrayNode toTitles() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    sentences.forEach(s -> putTime(list.addObject().put("text", s.text()), s.time()));
    return list;
  }

  private static void putWord(ObjectNode item, Word word) {
    putTime(item.put("word", word.text()), word.time())
        .put("word_begin", word.place().begin())
        .put("word_end", word.place().end());
  }

  private static ObjectNode putTime(ObjectNode item, Timeline.Span time) {
    return item.put("time_begin", rounded(time.begin())).put("time_end", rounded(time.end()));
  }

  private static double rounded(double millis) {
    return Math.round(millis * 1000) / 1000.0;
  }

  /** Sentences of the text, cut at pauses too. */
  private static List<Sentences.Part> parts(String text, MarkedText marked) {
    List<Sentences.Part> parts = new ArrayList<>();
    int begin = 0;
    int end = 0;
    boolean open = false;
    for (MarkedText.Piece piece : marked.pieces()) {
      if (piece instanceof MarkedText.Words words) {
        begin = open ? begin : words.at();
        end = words.at() + words.text().length();
        open = true;
      } else if (piece instanceof MarkedText.Pause && open) {
        parts.addAll(Sentences.cut(text, begin, end));
        open = false;
      }
    }
    if (open) {
      parts.addAll(Sentences.cut(text, begin, end));
    }
    return parts;
  }

  private static Sentence sentence(
      Sentences.Part part,
      Timeline.Span time,
      Pronunciation pronunciation,
      MarkedText marked,
      Timeline timeline) {
    List<Word> words = new ArrayList<>();
    for (MarkedText.Piece piece : marked.pieces()) {
      if (piece instanceof MarkedText.Words spoken) {
        int from = Math.max(part.from(), spoken.at());
        int to = Math.min(part.to(), spoken.at() + spoken.text().length());
        words.addAll(words(from, to, pronunciation, timeline));
      }
    }
    String text = pronunciation.text();
    String said = pronunciation.saidBetween(part.from(), part.to());
    return new Sentence(
        text.substring(part.from(), part.to()), said, place(text, part), time, List.copyOf(words));
  }

  private static List<Word> words(
      int from, int to, Pronunciation pronunciation, Timeline timeline) {
    List<Word> words = new ArrayList<>();
    String text = pronunciation.text();
    for (Sentences.Part part : Sentences.words(text, from, to)) {
      timeOf(part, pronunciation, timeline)
          .ifPresent(
              time ->
                  words.add(
                      new Word(text.substring(part.from(), part.to()), place(text, part), time)));
    }
    return words;
  }

  private static Optional<Timeline.Span> timeOf(
      Sentences.Part part, Pronunciation pronunciation, Timeline timeline) {
    return timeline.between(pronunciation.saidAt()[part.from()], pronunciation.saidAt()[part.to()]);
  }

  private static Place place(String text, Sentences.Part part) {
    int begin = text.codePointCount(0, part.from());
    return new Place(begin, begin + text.codePointCount(part.from(), part.to()));
  }
}
