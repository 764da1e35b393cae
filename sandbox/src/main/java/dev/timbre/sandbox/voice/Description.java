package dev.timbre.sandbox.voice;

import dev.timbre.sandbox.audio.VoiceTone;
import java.util.regex.Pattern;

/**
 * What somebody asks of a voice to be designed. The sandbox hears only what it can make audible:
 * words for man, woman and child, and for deep and high, in English and Chinese. Everything else
 * moves the pitch a little, so that two descriptions are two voices.
 */
record Description(String prompt) {
  private static final Pattern CHILD = words("child|children|kid|boy|girl|toddler", "童|孩");
  private static final Pattern FEMALE = words("female|woman|women|lady|girlish|mother", "女|妈");
  private static final Pattern MALE = words("male|man|men|gentleman|guy|father", "男|爸|叔");
  private static final Pattern DEEP = words("deep|low|bass|husky|gravelly", "低沉|浑厚|磁性");
  private static final Pattern HIGH = words("high|bright|shrill|squeaky", "尖|清脆|高亢");

  private static final double CHILD_HZ = 280;
  private static final double FEMALE_HZ = 205;
  private static final double MALE_HZ = 115;
  private static final double NEUTRAL_HZ = 155;

  /** The tone that the words ask for. */
  VoiceTone tone() {
    double variation = 1 + (Math.floorMod(prompt.hashCode(), 81) - 40) / 1000.0;
    double hz = usualHz() * variation;
    if (DEEP.matcher(prompt).find()) {
      hz *= 0.8;
    }
    if (HIGH.matcher(prompt).find()) {
      hz *= 1.12;
    }
    return new VoiceTone(hz);
  }

  private double usualHz() {
    if (CHILD.matcher(prompt).find()) {
      return CHILD_HZ;
    }
    if (FEMALE.matcher(prompt).find()) {
      return FEMALE_HZ;
    }
    return MALE.matcher(prompt).find() ? MALE_HZ : NEUTRAL_HZ;
  }

  private static Pattern words(String english, String chinese) {
    return Pattern.compile(
        "\\b(?:" + english + ")\\b|" + chinese, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }
}
