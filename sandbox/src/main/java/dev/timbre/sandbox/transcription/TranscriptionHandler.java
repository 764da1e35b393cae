package dev.timbre.sandbox.transcription;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.SampleDecoder;
import dev.timbre.sandbox.audio.UndecodableAudio;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.ErrorStyle;
import dev.timbre.sandbox.http.Event;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.http.Upload;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.StandInPrices;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.IntStream;

/** Writes down how long a recording is, as if it were words. */
public final class TranscriptionHandler {
  private static final long MAX_BYTES = 50_000_000;
  private static final int MAX_SECONDS = 500;

  // One frame more, which a decoder may count beyond the true end.
  private static final double LONGEST_SECONDS = MAX_SECONDS + 0.07;
  private static final int TOO_LARGE = 413;
  private static final String SPEAKER = "S1";

  private final Allowance allowance;
  private final World world;

  public TranscriptionHandler(Allowance allowance, World world) {
    this.allowance = allowance;
    this.world = world;
  }

  public void addTo(Router router) {
    router.add("POST", "/v1/speech_to_text", this::transcribe, ErrorStyle.STATUS);
  }

  private Answer transcribe(Call call) throws IOException {
    try (Upload form = Upload.read(call, world.incoming())) {
      TranscriptionRequest request = TranscriptionRequest.read(call, form);
      Upload.Part file = form.requireFile("file");
      Purse purse = Purse.of(call.key());
      Allowance.Family family = Allowance.Family.TRANSCRIPTION;
      allowance.admitRequest(call.account(), call.key(), family, request.model());
      allowance.requireFunds(call.account(), purse);
      Triggers.check(file.name());
      double seconds = secondsOf(file);
      long charged = (long) Math.ceil(seconds);
      world.charge(
          new LedgerEntry(
              world.now(),
              call.account().name(),
              LedgerEntry.Kind.TRANSCRIPTION,
              null,
              request.model(),
              charged,
              StandInPrices.transcription(charged),
              purse));
      return answer(request, Transcript.of(seconds, request.chinese()), call.traceId());
    }
  }

  private static double secondsOf(Upload.Part file) throws IOException {
    long bytes = Files.size(file.bytes());
    if (bytes > MAX_BYTES) {
      throw Code.INVALID_PARAMS
          .refusal("file must have at most " + MAX_BYTES + " bytes, got " + bytes)
          .withStatus(TOO_LARGE);
    }
    double seconds;
    try {
      seconds = SampleDecoder.secondsOf(file.bytes(), MAX_SECONDS + 1);
    } catch (UndecodableAudio e) {
      throw Code.INVALID_PARAMS.refusal("file is not playable: " + e.getMessage());
    }
    if (seconds > LONGEST_SECONDS) {
      throw Code.INVALID_PARAMS.refusal("file must last at most " + MAX_SECONDS + " s");
    }
    return seconds;
  }

  private static Answer answer(
      TranscriptionRequest request, Transcript transcript, String traceId) {
    if (request.streamed()) {
      return Answer.events(events(transcript).iterator());
    }
    boolean byWord = request.byWord();
    return switch (request.format()) {
      case "srt" ->
          Answer.text(200, "application/x-subrip; charset=utf-8", transcript.toSrt(byWord))
              .withCode(0);
      case "vtt" ->
          Answer.text(200, "text/vtt; charset=utf-8", transcript.toVtt(byWord)).withCode(0);
      default -> Answer.json(200, whole(transcript, byWord).put("trace_id", traceId)).withCode(0);
    };
  }

  private static ObjectNode whole(Transcript transcript, boolean byWord) {
    ObjectNode whole =
        Call.object()
            .put("text", transcript.text())
            .put("duration", rounded(transcript.seconds()))
            .put("n_speakers", 1);
    ArrayNode shown = whole.putArray("segments");
    for (Transcript.Segment segment : transcript.segments(byWord)) {
      shown
          .addObject()
          .put("id", shown.size() - 1)
          .put("start", rounded(segment.start()))
          .put("end", rounded(segment.end()))
          .put("speaker", SPEAKER)
          .put("text", segment.text());
    }
    return whole;
  }

  /** One for each sentence, each with the seconds heard so far. */
  private static List<Event> events(Transcript transcript) {
    List<Transcript.Segment> sentences = transcript.sentences();
    int last = sentences.size() - 1;
    return IntStream.rangeClosed(0, last)
        .mapToObj(
            i ->
                Call.object()
                    .put("index", i)
                    .put("delta", sentences.get(i).text())
                    .put("finish", i == last)
                    .put("duration", rounded(sentences.get(i).end())))
        .map(Event::of)
        .toList();
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
