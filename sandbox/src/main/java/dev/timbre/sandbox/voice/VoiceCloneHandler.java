package dev.timbre.sandbox.voice;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.audio.AudioEncoder;
import dev.timbre.sandbox.audio.Delivery;
import dev.timbre.sandbox.audio.Encoding;
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
import dev.timbre.sandbox.model.Payer;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.StoredFile;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.Voice;
import dev.timbre.sandbox.model.VoiceBook;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.time.Duration;

/** Clones a voice from an uploaded sample, in one call. */
public final class VoiceCloneHandler {
  /** How long the link to a preview lives: 48 hours. */
  private static final Duration DEMO_LIFE = Duration.ofHours(48);

  private final CloneSamples samples;
  private final VoiceBook book;
  private final Allowance allowance;
  private final Synthesiser synthesiser;
  private final MediaLinks links;
  private final World world;

  public VoiceCloneHandler(
      CloneSamples samples,
      VoiceBook book,
      Allowance allowance,
      Synthesiser synthesiser,
      MediaLinks links,
      World world) {
    this.samples = samples;
    this.book = book;
    this.allowance = allowance;
    this.synthesiser = synthesiser;
    this.links = links;
    this.world = world;
  }

  public void addTo(Router router) {
    router.add("POST", "/v1/voice_clone", this::clone, call -> fields(0));
  }

  private Answer clone(Call call) throws IOException {
    Fields body = call.json();
    body.text("voice_id").ifPresent(call::about);
    CloneRequest request = CloneRequest.read(body);
    Account account = call.account();
    allowance.admitRequest(account, call.key(), Family.CLONE, "");
    if (!account.terms().cloningAllowed()) {
      throw Code.CLONING_NOT_ALLOWED.refusal();
    }
    if (request.preview().isPresent()) {
      allowance.requireFunds(account, Purse.of(call.key()));
    }
    book.requireFree(account.name(), request.voiceId());
    return cloned(request, new Payer(account.name(), Purse.of(call.key())));
  }

  private Answer cloned(CloneRequest request, Payer payer) throws IOException {
    String account = payer.account();
    StoredFile source = samples.get(account, request.fileId(), "voice_clone");
    request.preview().ifPresent(p -> Triggers.check(p.text()));
    Pcm sound = samples.decodeSample(source);
    if (request.hasTextValidation() && Triggers.isMismatch(source.filename())) {
      throw Code.ASR_MISMATCH.refusal();
    }
    if (request.prompt().isPresent()) {
      long prompt = request.prompt().get().audioId();
      samples.checkPrompt(samples.get(account, prompt, "prompt_audio"));
    }
    VoiceTone tone = VoiceTone.ofRecording(sound);
    Voice voice =
        Voice.cloned(account, request.voiceId(), source.id(), tone.pitchHz(), world.now());
    ObjectNode answer = fields(riskOf(request, source));
    if (request.preview().isEmpty()) {
      book.enter(voice, null, 0, payer.purse());
    } else {
      preview(request.preview().get(), voice, payer.purse(), answer);
    }
    return Answer.success(answer);
  }

  private void preview(CloneRequest.Preview preview, Voice voice, Purse purse, ObjectNode answer)
      throws IOException {
    Delivery delivery = new Delivery(1, 1, preview.watermark());
    VoiceTone tone = new VoiceTone(voice.pitchHz());
    Pcm spoken = synthesiser.speak(preview.marked(), tone, delivery);
    byte[] audio = AudioEncoder.encode(spoken, Encoding.DEFAULT);
    long characters = Billing.characters(preview.text());
    book.enter(voice, preview.model(), characters, purse);
    answer.put("demo_audio", links.publish(audio, "mp3", DEMO_LIFE));
    answer
        .putObject("extra_info")
        .put("audio_length", spoken.millis())
        .put("audio_sample_rate", Encoding.DEFAULT.sampleRate())
        .put("audio_size", audio.length)
        .put("bitrate", Encoding.DEFAULT.effectiveBitrate())
        .put("word_count", Billing.words(preview.marked().words()))
        .put("usage_characters", characters);
  }

  private static int riskOf(CloneRequest request, StoredFile source) {
    int ofText = request.preview().map(p -> Triggers.risk(p.text())).orElse(0);
    return ofText > 0 ? ofText : Triggers.risk(source.filename());
  }

  private static ObjectNode fields(int risk) {
    return Call.object()
        .put("input_sensitive", risk > 0)
        .put("input_sensitive_type", risk)
        .put("demo_audio", "");
  }
}
