package dev.timbre.sandbox.audio;

import com.sun.speech.freetts.Voice;
import com.sun.speech.freetts.en.us.cmu_us_kal.KevinVoiceDirectory;
import java.text.Normalizer;
import java.util.Arrays;

/** Speaks Latin-script text with FreeTTS, whose one voice is tuned to the asked pitch. */
final class LatinSpeech {
  /** Words a minute of the voice at usual pace. */
  private static final float USUAL_RATE = 150;

  private final Voice voice;
  private final CollectingPlayer player = new CollectingPlayer();

  LatinSpeech() {
    voice =
        Arrays.stream(new KevinVoiceDirectory().getVoices())
            .filter(v -> v.getName().equals("kevin16"))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("FreeTTS has no voice kevin16"));
    voice.setAudioPlayer(player);
    voice.allocate();
  }

  /** Speaks; the answer may be empty for text without anything to say, such as a lone comma. */
  synchronized Pcm speak(String text, VoiceTone tone, double speed) {
    voice.setPitch((float) tone.pitchHz());
    voice.setPitchRange((float) (tone.pitchHz() * 0.08));
    voice.setRate((float) (USUAL_RATE * speed));
    player.clear();
    voice.speak(plain(text));
    return player.sound();
  }

  // The English lexicon knows ASCII only.
  private static String plain(String text) {
    String spelt =
        text.replace("ä", "ae")
            .replace("ö", "oe")
            .replace("ü", "ue")
            .replace("Ä", "Ae")
            .replace("Ö", "Oe")
            .replace("Ü", "Ue")
            .replace("ß", "ss");
    return Normalizer.normalize(spelt, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^\\x20-\\x7E]+", " ");
  }
}
