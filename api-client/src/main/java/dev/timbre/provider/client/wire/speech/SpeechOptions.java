package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.Check;
import dev.timbre.provider.client.wire.Fields;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Collects the options that speech has whichever way it comes. Those not set are left to the
 * provider's default.
 *
 * @param <B> the builder that has them
 */
public abstract sealed class SpeechOptions<B extends SpeechOptions<B>>
    permits LiveSpeechOptions, LongSpeechRequest.Builder {

  private final SpeechModel model;
  private final VoiceSetting voice;
  private Pronunciation pronunciation = Pronunciation.NONE;
  private Optional<LanguageBoost> languageBoost = Optional.empty();
  private Optional<VoiceModify> modify = Optional.empty();

  SpeechOptions(SpeechModel model, VoiceSetting voice) {
    this.model = Objects.requireNonNull(model, "model");
    this.voice = Objects.requireNonNull(voice, "voice");
  }

  SpeechOptions(SpeechOptions<B> other) {
    this(other.model, other.voice);
    pronunciation = other.pronunciation;
    languageBoost = other.languageBoost;
    modify = other.modify;
  }

  abstract B self();

  /**
   * How words are said.
   *
   * @param entries {@code source/replacement}, such as {@code omg/oh my god}
   * @throws InvalidRequest for an entry without a slash between two parts
   */
  public B pronunciation(List<String> entries) {
    pronunciation = new Pronunciation(entries);
    return self();
  }

  public B languageBoost(LanguageBoost value) {
    languageBoost = Optional.of(value);
    return self();
  }

  /** Bends the voice; not every format can have it. */
  public B modify(VoiceModify value) {
    modify = Optional.of(value);
    return self();
  }

  SpeechModel model() {
    return model;
  }

  VoiceSetting voice() {
    return voice;
  }

  Optional<VoiceModify> modify() {
    return modify;
  }

  /** Whether somebody can speak, in the language and the emotion that are asked for. */
  final void check() {
    checkVoice();
    SpeechRules.checkEmotion(model, voice.emotion());
    SpeechRules.checkLanguage(model, languageBoost);
  }

  void checkVoice() {
    Check.notBlank("voice_setting.voice_id", voice.voiceId());
  }

  /** Adds all but model, voice and audio, which each way of speaking writes in its own way. */
  Fields writeTo(Fields fields) {
    return writeMix(fields.nested("pronunciation_dict", pronunciation.toJson()))
        .text("language_boost", languageBoost)
        .nested("voice_modify", modify.map(VoiceModify::toJson));
  }

  /** Nothing, where voices cannot be mixed. */
  Fields writeMix(Fields fields) {
    return fields;
  }
}
