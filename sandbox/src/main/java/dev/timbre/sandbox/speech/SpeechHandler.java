package dev.timbre.sandbox.speech;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.Pcm;
import dev.timbre.sandbox.audio.Synthesiser;
import dev.timbre.sandbox.audio.VoiceTone;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Allowance.Family;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.VoiceBook;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Text to speech over HTTP, whole or streamed. */
public final class SpeechHandler {
  private static final double MAX_INVISIBLE = 0.1;

  private final VoiceBook book;
  private final Allowance allowance;
  private final Synthesiser synthesiser;
  private final MediaLinks links;

  public SpeechHandler(
      VoiceBook book, Allowance allowance, Synthesiser synthesiser, MediaLinks links) {
    this.book = book;
    this.allowance = allowance;
    this.synthesiser = synthesiser;
    this.links = links;
  }

  public void addTo(Router router) {
    router.add("POST", "/v1/t2a_v2", this::speak, SpeechHandler::failure);
  }

  private static ObjectNode failure(Call call) {
    return Call.object().putNull("data").put("trace_id", call.traceId());
  }

  private Answer speak(Call call) throws IOException {
    Fields body = call.json();
    body.object("voice_setting").flatMap(v -> v.text("voice_id")).ifPresent(call::about);
    SpeechRequest request = SpeechRequest.read(body);
    call.about(request.voices().get(0).voiceId());
    double invisible = Billing.invisibleRatio(request.text());
    if (invisible > MAX_INVISIBLE) {
      throw Code.INVISIBLE_CHARACTERS.refusal();
    }
    long characters = Billing.characters(request.text());
    requireAllowance(call, request.model(), characters);
    Triggers.check(request.text());
    VoiceTone tone = toneOf(request, call.account().name());

    List<String> voiceIds =
        request.voices().stream().map(SpeechRequest.Weighted::voiceId).distinct().toList();
    Function<Pcm, SpeechAnswer> said =
        spoken -> new SpeechAnswer(request, spoken, characters, invisible, call.traceId());
    Answer answer =
        request.wanted().streamed()
            ? streamed(request, tone, call.traceId(), said)
            : whole(request, tone, said);
    book.recordSpeech(call.account().name(), voiceIds, request.model(), characters);
    return answer;
  }

  private Answer whole(SpeechRequest request, VoiceTone tone, Function<Pcm, SpeechAnswer> said)
      throws IOException {
    return said.apply(synthesiser.speak(request.marked(), tone, request.delivery())).whole(links);
  }

  private Answer streamed(
      SpeechRequest request, VoiceTone tone, String traceId, Function<Pcm, SpeechAnswer> said) {
    Iterator<Pcm> sentences = synthesiser.sentences(request.marked(), tone, request.delivery());
    SpeechStream stream = new SpeechStream(request.wanted().encoding(), traceId, sentences, said);
    return Answer.events(stream, stream::close);
  }

  private void requireAllowance(Call call, String model, long characters) {
    Account account = call.account();
    allowance.admitRequest(account, call.key(), Family.SPEECH, model);
    allowance.admitQuantity(account, call.key(), Family.SPEECH, model, characters);
    allowance.requireFunds(account);
  }

  /** The pitch of one voice, or the weighted mean of a mix. */
  private VoiceTone toneOf(SpeechRequest request, String account) {
    double sum = 0;
    int weights = 0;
    for (SpeechRequest.Weighted voice : request.voices()) {
      double pitch =
          book.getSpeaking(account, voice.voiceId())
              .map(v -> v.pitchHz())
              .orElseGet(() -> VoiceTone.ofId(voice.voiceId()).pitchHz());
      sum += pitch * voice.weight();
      weights += voice.weight();
    }
    return new VoiceTone(sum / weights).raised(request.semitones());
  }
}
