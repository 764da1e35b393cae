package dev.timbre.sandbox.music;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Json;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.StandInPrices;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

/** Makes music, words for it, and prepares songs to be sung anew. */
public final class MusicHandler {
  /** Room for 50 MB of sound in base64. */
  private static final int MAX_BODY_BYTES = 72 << 20;

  private static final int MAX_LYRICS_PROMPT = 2000;
  private static final int MAX_LYRICS = 3500;

  private final Allowance allowance;
  private final MediaLinks links;
  private final World world;
  private final CoverFeatures features;

  public MusicHandler(Allowance allowance, MediaLinks links, World world) {
    this.allowance = allowance;
    this.links = links;
    this.world = world;
    this.features = new CoverFeatures(links);
  }

  public void addTo(Router router) {
    router
        .add("POST", "/v1/music_generation", this::generate)
        .add("POST", "/v1/lyrics_generation", this::writeLyrics)
        .add("POST", "/v1/music_cover_preprocess", this::prepareCover);
  }

  private Answer generate(Call call) throws IOException {
    MusicRequest request =
        MusicRequest.read(call.json(MAX_BODY_BYTES), features, call.account().name());
    BigDecimal price = StandInPrices.music(request.model());
    admit(call, request.model(), price);
    call.atEnd(allowance.connect(call.account(), call.key(), Allowance.Family.MUSIC)::close);
    Triggers.check(request.prompt());
    Triggers.check(request.lyrics());
    Melody melody = melody(request);
    MusicAnswer played =
        new MusicAnswer(
            request.wanted(),
            melody.play(request.wanted().encoding().sampleRate()),
            call.traceId());
    Answer answer = played.answer(links);
    charge(call, request.model(), price);
    return answer;
  }

  private static Melody melody(MusicRequest request) {
    long seed = Integer.toUnsignedLong((request.prompt() + request.lyrics()).hashCode());
    if (!request.lyrics().isEmpty()) {
      return new Melody(SongForm.of(request.lyrics()), seed);
    }
    SongForm form = SongForm.instrumental();
    if (request.cover().isPresent()) {
      double bar = new Melody(form, seed).barSeconds();
      form = form.stretchedTo((int) Math.round(request.cover().get().seconds() / bar));
    }
    return new Melody(form, seed);
  }

  private Answer writeLyrics(Call call) throws IOException {
    Fields fields = call.json();
    fields.requireText("mode");
    String mode = fields.choice("mode", List.of("write_full_song", "edit")).orElseThrow();
    String prompt = limited(fields, "prompt", MAX_LYRICS_PROMPT);
    String given = limited(fields, "lyrics", MAX_LYRICS);
    String title = fields.text("title").orElse("");
    admit(call, "lyrics", StandInPrices.lyrics());
    Triggers.check(prompt);
    Triggers.check(given);
    Lyrics lyrics =
        mode.equals("edit") ? Lyrics.edit(given, prompt, title) : Lyrics.write(prompt, title);
    charge(call, "lyrics", StandInPrices.lyrics());
    return Answer.success(
        Call.object()
            .put("song_title", lyrics.title())
            .put("style_tags", lyrics.styleTags())
            .put("lyrics", lyrics.text()));
  }

  private Answer prepareCover(Call call) throws IOException {
    Fields fields = call.json(MAX_BODY_BYTES);
    fields.requireText("model");
    fields.choice("model", List.of("music-cover", "music-cover-free"));
    Cover cover = Cover.readSound(fields);
    allowance.admitRequest(call.account(), call.key(), Allowance.Family.MUSIC, "music-cover");
    return Answer.success(
        Call.object()
            .put("cover_feature_id", features.prepare(call.account().name(), cover))
            .put("formatted_lyrics", Lyrics.write("the song that came in", "").text())
            .put("structure_result", structure(cover.seconds()))
            .put("audio_duration", cover.seconds())
            .put("trace_id", call.traceId()));
  }

  /** The sandbox does not listen: every song has a beginning, a middle and an end. */
  private static String structure(double seconds) {
    ArrayNode sections = Json.MAPPER.createArrayNode();
    List<String> labels = List.of("verse", "chorus", "outro");
    for (int i = 0; i < labels.size(); i++) {
      sections
          .addObject()
          .put("label", labels.get(i))
          .put("start", seconds * i / labels.size())
          .put("end", seconds * (i + 1) / labels.size());
    }
    return sections.toString();
  }

  private static String limited(Fields fields, String name, int longest) {
    String text = fields.text(name).orElse("");
    int length = text.codePointCount(0, text.length());
    if (length > longest) {
      throw fields.refusal(name, "must have at most " + longest + " characters, got " + length);
    }
    return text;
  }

  private void admit(Call call, String model, BigDecimal price) {
    allowance.admitRequest(call.account(), call.key(), Allowance.Family.MUSIC, model);
    if (price.signum() > 0) {
      allowance.requireFunds(call.account(), Purse.of(call.key()));
    }
  }

  private void charge(Call call, String model, BigDecimal price) {
    world.charge(
        new LedgerEntry(
                world.now(), call.account().name(), LedgerEntry.Kind.MUSIC, null, model, 1, price)
            .from(Purse.of(call.key())));
  }
}
