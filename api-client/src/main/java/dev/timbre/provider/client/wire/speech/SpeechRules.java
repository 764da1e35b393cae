package dev.timbre.provider.client.wire.speech;

import dev.timbre.provider.client.error.InvalidRequest;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rules between the fields of a synthesis. They hold for the models and formats that are known; the
 * provider judges the others.
 */
final class SpeechRules {

  private static final Pattern PAUSE = Pattern.compile("<#(-?[0-9.]+)#>");
  private static final BigDecimal SHORTEST_PAUSE = new BigDecimal("0.01");
  private static final BigDecimal LONGEST_PAUSE = new BigDecimal("99.99");

  private static final Map<Emotion, Set<String>> GENERATIONS_WITH =
      Map.of(Emotion.WHISPER, Set.of("2.6"), Emotion.FLUENT, Set.of("2.6", "2.8"));

  private static final Set<LanguageBoost> NEWER_LANGUAGES =
      Set.of(LanguageBoost.PERSIAN, LanguageBoost.FILIPINO, LanguageBoost.TAMIL);

  static final Set<AudioFormat> WITH_EFFECTS =
      Set.of(AudioFormat.MP3, AudioFormat.WAV, AudioFormat.FLAC);

  private SpeechRules() {}

  /** Pauses are 0.01 to 99.99 s, and between two pieces that can be spoken. */
  static void checkPauses(String text) {
    Matcher pause = PAUSE.matcher(text);
    int spokenUntil = 0;
    while (pause.find()) {
      if (text.substring(spokenUntil, pause.start()).isBlank()) {
        throw new InvalidRequest(
            "text", pause.group() + " without text before it", "a pause between two texts");
      }
      checkLength(pause.group(), pause.group(1));
      spokenUntil = pause.end();
    }
    if (spokenUntil > 0 && text.substring(spokenUntil).isBlank()) {
      throw new InvalidRequest("text", "a pause at its end", "a pause between two texts");
    }
  }

  private static void checkLength(String markup, String seconds) {
    if (!seconds.matches("\\d{1,2}(\\.\\d{1,2})?")
        || new BigDecimal(seconds).compareTo(SHORTEST_PAUSE) < 0
        || new BigDecimal(seconds).compareTo(LONGEST_PAUSE) > 0) {
      throw new InvalidRequest(
          "text",
          markup.length() > 20 ? "a pause of " + markup.length() + " characters" : markup,
          "pauses of 0.01 to 99.99 s with at most two decimals");
    }
  }

  static void checkEmotion(SpeechModel model, Optional<Emotion> emotion) {
    Optional<Set<String>> allowed = emotion.map(GENERATIONS_WITH::get);
    Optional<String> generation = model.generation();
    if (allowed.isPresent()
        && generation.isPresent()
        && !allowed.get().contains(generation.get())) {
      throw new InvalidRequest(
          "voice_setting.emotion", emotion.get() + " with " + model, "another emotion or model");
    }
  }

  static void checkLanguage(SpeechModel model, Optional<LanguageBoost> language) {
    boolean old = model.generation().filter(g -> g.startsWith("0")).isPresent();
    if (old && language.filter(NEWER_LANGUAGES::contains).isPresent()) {
      throw new InvalidRequest(
          "language_boost", language.get() + " with " + model, "a 2.6 or newer model for it");
    }
  }

  /** Sound effects are put on some formats only. */
  static void checkEffects(AudioSetting audio, Optional<VoiceModify> modify) {
    AudioFormat format = audio.format().orElse(AudioFormat.MP3);
    if (modify.flatMap(VoiceModify::soundEffects).isPresent()
        && format.isKnown()
        && !WITH_EFFECTS.contains(format)) {
      throw new InvalidRequest(
          "voice_modify.sound_effects", "set with " + format, "with mp3, wav or flac");
    }
  }

  /** What cannot be had in a stream. */
  static void checkStream(AudioSetting audio, Optional<VoiceModify> modify) {
    AudioFormat format = audio.format().orElse(AudioFormat.MP3);
    if (format.equals(AudioFormat.WAV)) {
      throw new InvalidRequest(
          "audio_setting.format", "wav in a stream", "mp3, pcm, flac and others without a length");
    }
    if (modify.flatMap(VoiceModify::soundEffects).isPresent()
        && format.isKnown()
        && !format.equals(AudioFormat.MP3)) {
      throw new InvalidRequest(
          "voice_modify.sound_effects", "set in a stream of " + format, "with mp3");
    }
  }
}
