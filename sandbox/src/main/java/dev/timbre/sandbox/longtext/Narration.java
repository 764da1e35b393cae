package dev.timbre.sandbox.longtext;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.FileShelf;
import dev.timbre.sandbox.model.Payer;
import dev.timbre.sandbox.model.Refusal;
import dev.timbre.sandbox.model.Task;
import dev.timbre.sandbox.model.World;
import dev.timbre.sandbox.speech.Speaker;
import dev.timbre.sandbox.speech.Speech;
import dev.timbre.sandbox.speech.SpeechManner;
import dev.timbre.sandbox.speech.SpeechRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Speaks long texts when their tasks are due. What a kill interrupts is done again: the file
 * replaces itself, and the bill is one step with the end of the task.
 */
final class Narration {
  static final String STATUS = "status";
  static final String SUCCESS = "Success";
  static final String FAILED = "Failed";
  static final String FINISHED_AT = "finishedAt";
  private static final String PURPOSE = "t2a_async";

  /** Characters that are really spoken of one task, shared out evenly; all of them are billed. */
  private static final int SPOKEN_OF_A_TASK = 10_000;

  private final World world;
  private final FileShelf shelf;
  private final Speaker speaker;

  Narration(World world, FileShelf shelf, Speaker speaker) {
    this.world = world;
    this.shelf = shelf;
    this.speaker = speaker;
  }

  /** The task at its end, well or not. */
  Task finish(Task task) {
    LongText text = LongText.of(task.data());
    try {
      SpeechManner manner = text.manner();
      byte[] archive = archive(task, text, manner);
      String filename = text.fileId() + ".tar";
      shelf.put(text.fileId(), task.account(), PURPOSE, filename, archive);
      Task settled = task.settledWith(end(text, SUCCESS));
      Payer payer = new Payer(task.account(), text.purse());
      speaker.charge(payer, manner, text.characters(), settled);
      return settled;
    } catch (Refusal refusal) {
      ObjectNode data = end(text, FAILED).put("code", refusal.code());
      return task.settledWith(data.put("message", refusal.getMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectNode end(LongText text, String status) {
    return Call.object()
        .put("fileId", text.fileId())
        .put(STATUS, status)
        .put(FINISHED_AT, world.now().toString());
  }

  private byte[] archive(Task task, LongText text, SpeechManner manner) throws IOException {
    SpeechArchive archive = new SpeechArchive(task.id(), world.now());
    List<Chapter> chapters = text.chapters();
    int share = Math.max(1, SPOKEN_OF_A_TASK / chapters.size());
    for (Chapter chapter : chapters) {
      Chapter spoken = chapter.shortenedTo(share);
      Speech speech = speaker.speak(task.account(), SpeechRequest.of(manner, spoken.text()));
      byte[] audio = speech.audio();
      archive.add(chapter.name() + "." + manner.encoding().format().extension(), audio);
      archive.add(chapter.name() + ".titles", bytes(speech.subtitles().toTitles()));
      archive.add(chapter.name() + ".extra", bytes(extra(chapter, speech, audio.length)));
    }
    return archive.bytes();
  }

  /** Measures of the sound, but what is counted is counted in the whole chapter. */
  private static ObjectNode extra(Chapter chapter, Speech speech, long size) {
    return speech
        .extraInfo(size)
        .put("word_count", Billing.words(SpeechRequest.marked(chapter.text()).words()))
        .put("invisible_character_ratio", Billing.invisibleRatio(chapter.text()))
        .put("usage_characters", Billing.characters(chapter.text()));
  }

  private static byte[] bytes(JsonNode json) {
    return json.toString().getBytes(StandardCharsets.UTF_8);
  }
}
