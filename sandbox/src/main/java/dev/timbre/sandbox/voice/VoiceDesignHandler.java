package dev.timbre.sandbox.voice;

import dev.timbre.sandbox.audio.AudioEncoder;
import dev.timbre.sandbox.audio.Delivery;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.audio.MarkedText;
import dev.timbre.sandbox.audio.Pcm;
import dev.timbre.sandbox.audio.Synthesiser;
import dev.timbre.sandbox.audio.VoiceTone;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.Voice;
import dev.timbre.sandbox.model.VoiceBook;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.util.HexFormat;
import java.util.Optional;

/** Designs a voice from a description, in one call. */
public final class VoiceDesignHandler {
  private static final int MAX_PREVIEW = 500;

  private final VoiceBook book;
  private final Allowance allowance;
  private final Synthesiser synthesiser;
  private final World world;

  public VoiceDesignHandler(
      VoiceBook book, Allowance allowance, Synthesiser synthesiser, World world) {
    this.book = book;
    this.allowance = allowance;
    this.synthesiser = synthesiser;
    this.world = world;
  }

  public void addTo(Router router) {
    router.add("POST", "/v1/voice_design", this::design);
  }

  private Answer design(Call call) throws IOException {
    Fields body = call.json();
    body.text("voice_id").ifPresent(call::about);
    String prompt = body.requireText("prompt");
    String preview = body.requireText("preview_text");
    int length = preview.codePointCount(0, preview.length());
    if (length > MAX_PREVIEW) {
      throw body.refusal("preview_text", "must have at most 500 characters, got " + length);
    }
    boolean watermark = body.flag("aigc_watermark");
    Optional<String> wanted = VoiceId.find(body);
    String account = call.account().name();
    allowance.admitRequest(call.account(), call.key(), Allowance.Family.DESIGN, "");
    allowance.requireFunds(call.account(), Purse.of(call.key()));
    wanted.ifPresent(id -> book.requireFree(account, id));
    Triggers.check(prompt);
    Triggers.check(preview);
    String voiceId = wanted.orElseGet(() -> VoiceId.generate(world.now()));
    call.about(voiceId);
    VoiceTone tone = new Description(prompt).tone();
    byte[] audio = trial(preview, tone, watermark);
    book.enterDesigned(
        Voice.designed(account, voiceId, tone.pitchHz(), world.now()),
        Billing.characters(preview),
        Purse.of(call.key()));
    return Answer.success(
        Call.object().put("voice_id", voiceId).put("trial_audio", HexFormat.of().formatHex(audio)));
  }

  private byte[] trial(String text, VoiceTone tone, boolean watermark) {
    Pcm spoken = synthesiser.speak(MarkedText.parse(text), tone, new Delivery(1, 1, watermark));
    return AudioEncoder.encode(spoken, Encoding.DEFAULT);
  }
}
