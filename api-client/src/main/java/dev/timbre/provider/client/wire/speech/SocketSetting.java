package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Fields;
import dev.timbre.provider.client.wire.WireRequest;
import jakarta.json.JsonObject;

/**
 * How all texts of one WebSocket are spoken: the event {@code task_start}. Its limits are checked
 * when it is built. Names and limits: MiniMax API reference, "Text to speech, WebSocket".
 */
public final class SocketSetting implements WireRequest {

  private final Builder settings;

  private SocketSetting(Builder settings) {
    this.settings = settings;
  }

  public static Builder of(SpeechModel model, VoiceSetting voice) {
    return new Builder(model, voice);
  }

  public SpeechModel model() {
    return settings.model();
  }

  @Override
  public JsonObject toJson() {
    return settings
        .writeTo(
            new Fields()
                .text("event", "task_start")
                .text("model", model().value())
                .nested("voice_setting", settings.voice().toJson("english_normalization"))
                .nested("audio_setting", settings.audio().toJson()))
        .toJson();
  }

  @Override
  public String toString() {
    return "SocketSetting[" + model() + "]";
  }

  /** Collects the options; those not set are left to the provider's default. */
  public static final class Builder extends LiveSpeechOptions<Builder> {

    private Builder(SpeechModel model, VoiceSetting voice) {
      super(model, voice);
    }

    private Builder(Builder other) {
      super(other);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * @throws InvalidRequest when no voice is named, neither alone nor in a mix, or when options do
     *     not go together
     */
    public SocketSetting build() {
      check();
      SpeechRules.checkStream(audio(), modify());
      return new SocketSetting(new Builder(this));
    }
  }
}
