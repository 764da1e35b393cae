package dev.timbre.sandbox.music;

import dev.timbre.sandbox.audio.AudioFormat;
import dev.timbre.sandbox.audio.Encoding;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import java.util.List;
import java.util.Optional;

/**
 * A music call, its fields checked one by one.
 *
 * @param lyrics empty for a piece without words
 * @param cover what is to be covered; empty unless the model covers
 */
record MusicRequest(
    String model, String prompt, String lyrics, Optional<Cover> cover, Wanted wanted) {

  static final List<String> MODELS =
      List.of(
          "music-3.0",
          "music-3.0-free",
          "music-2.6",
          "music-2.6-free",
          "music-cover",
          "music-cover-free",
          "music-2.5+",
          "music-2.5",
          "music-2.0",
          "music-1.5",
          "music-01");

  private static final int CHANNELS = 2;
  private static final int USUAL_RATE = 44_100;
  private static final int USUAL_BITRATE = 256_000;
  private static final List<Integer> RATES = List.of(16_000, 24_000, 32_000, 44_100);
  private static final List<Integer> BITRATES = List.of(32_000, 64_000, 128_000, 256_000);
  private static final List<String> FORMATS = List.of("mp3", "wav", "pcm");

  /** How the sound is to be carried. */
  record Wanted(Encoding encoding, boolean asUrl, boolean streamed) {}

  /** How long prompt and lyrics may be; a shortest of 0 means that none is needed. */
  private record Lengths(
      int shortestPrompt, int longestPrompt, int shortestLyrics, int longestLyrics) {
    static Lengths of(String model, boolean instrumental) {
      if (isCover(model)) {
        return new Lengths(10, 300, 0, 1000);
      }
      if (model.equals("music-1.5")) {
        return new Lengths(10, 300, 10, 600);
      }
      return instrumental ? new Lengths(1, 2000, 0, 3500) : new Lengths(0, 2000, 1, 3500);
    }
  }

  static MusicRequest read(Fields fields, CoverFeatures features, String account) {
    fields.requireText("model");
    String model = fields.choice("model", MODELS).orElseThrow();
    boolean instrumental = fields.flag("is_instrumental");
    boolean written = fields.flag("lyrics_optimizer");
    fields.flag("aigc_watermark");
    Lengths lengths = Lengths.of(model, instrumental);
    String prompt = text(fields, "prompt", lengths.shortestPrompt(), lengths.longestPrompt());
    boolean needsNone = written && !prompt.isEmpty() && fields.text("lyrics").orElse("").isEmpty();
    String lyrics =
        needsNone
            ? Lyrics.write(prompt, "").text()
            : text(fields, "lyrics", lengths.shortestLyrics(), lengths.longestLyrics());
    if (isCover(model) && !lyrics.isEmpty() && lyrics.length() < 10) {
      throw fields.refusal("lyrics", "must have 10 to 1000 characters, got " + lyrics.length());
    }
    Optional<Cover> cover =
        isCover(model) ? Optional.of(Cover.read(fields, features, account)) : Optional.empty();
    boolean wordless = instrumental && lengths.shortestLyrics() == 0 && !isCover(model);
    return new MusicRequest(model, prompt, wordless ? "" : lyrics, cover, wanted(fields));
  }

  private static boolean isCover(String model) {
    return model.startsWith("music-cover");
  }

  private static String text(Fields fields, String name, int shortest, int longest) {
    String text = fields.text(name).orElse("");
    int length = text.codePointCount(0, text.length());
    if (length < shortest || length > longest) {
      throw fields.refusal(
          name, "must have " + shortest + " to " + longest + " characters, got " + length);
    }
    return text;
  }

  private static Wanted wanted(Fields fields) {
    Fields audio = fields.object("audio_setting").orElse(new Fields("", Call.object()));
    Encoding encoding =
        new Encoding(
            audio.choice("format", FORMATS).flatMap(AudioFormat::named).orElse(AudioFormat.MP3),
            audio.whole("sample_rate", RATES).orElse(USUAL_RATE),
            audio.whole("bitrate", BITRATES).orElse(USUAL_BITRATE),
            CHANNELS);
    boolean streamed = fields.flag("stream");
    if (streamed && encoding.format() == AudioFormat.WAV) {
      throw audio.refusal("format", "wav is not supported with stream");
    }
    Optional<String> output = fields.choice("output_format", List.of("hex", "url"));
    return new Wanted(encoding, output.filter("url"::equals).isPresent() && !streamed, streamed);
  }
}
