package dev.timbre.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.provider.client.DownloadRules;
import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.MusicStream;
import dev.timbre.provider.client.PollPace;
import dev.timbre.provider.client.ProviderDownload;
import dev.timbre.provider.client.SessionEvent.AudioPiece;
import dev.timbre.provider.client.SessionEvent.TextSpoken;
import dev.timbre.provider.client.SpeechSession;
import dev.timbre.provider.client.wire.ImageFormat;
import dev.timbre.provider.client.wire.ProviderUrl;
import dev.timbre.provider.client.wire.image.ImageAnswer;
import dev.timbre.provider.client.wire.image.ImageModel;
import dev.timbre.provider.client.wire.image.ImageRequest;
import dev.timbre.provider.client.wire.music.LyricsRequest;
import dev.timbre.provider.client.wire.music.MusicModel;
import dev.timbre.provider.client.wire.music.MusicRequest;
import dev.timbre.provider.client.wire.speech.LongSpeechRequest;
import dev.timbre.provider.client.wire.speech.SocketSetting;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SubtitleType;
import dev.timbre.provider.client.wire.speech.Subtitles;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import dev.timbre.provider.client.wire.voice.DesignAnswer;
import dev.timbre.provider.client.wire.voice.DesignRequest;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the provider itself offers beside voices and plain speech, family by family. */
class EveryFamilyTest {

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static final PollPace OFTEN =
      new PollPace(Duration.ofMillis(100), Duration.ofSeconds(60));
  private static final String STOCK = "female-yujie";

  private MiniMaxClient client;

  @BeforeEach
  void connect() {
    SANDBOX.settings("{\"taskSeconds\":0}");
    client = Seller.MINIMAX.client(SANDBOX);
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static byte[] fetch(ProviderUrl url) {
    return Studio.fetch(Seller.MINIMAX.endpoint(SANDBOX, Seller.MINIMAX.key()), url);
  }

  @Test
  void designedVoice_speaks() {
    DesignAnswer designed =
        client.voices().design(DesignRequest.of("A calm old man, deep.", "Good evening."));

    assertThat(designed.trialAudio().get().size()).isGreaterThan(1000);
    assertThat(
            client
                .speech()
                .speak(Studio.say("Hello.", designed.voiceId()).build())
                .audio()
                .get()
                .size())
        .isGreaterThan(1000);
    assertThat(SANDBOX.charges(designed.voiceId(), "fee")).isEqualTo(1);
  }

  @Test
  void session_speaksItsTextsInOrder() {
    Map<Integer, Integer> bytes = new TreeMap<>();
    List<Integer> ends = new ArrayList<>();
    SocketSetting setting =
        SocketSetting.of(SpeechModel.SPEECH_2_8_HD, VoiceSetting.of(STOCK)).build();

    try (SpeechSession session = client.speech().openSession(setting)) {
      session.say("One short text.");
      session.say("And another one. With two sentences.");
      session.say("语音");
      session.finish();
      for (var event = session.next(); event.isPresent(); event = session.next()) {
        if (event.get() instanceof AudioPiece piece) {
          bytes.merge(piece.text(), piece.audio().size(), Integer::sum);
        } else if (event.get() instanceof TextSpoken spoken) {
          ends.add(spoken.text());
        }
      }
      assertThat(session.usageCharacters()).isEqualTo(15 + 36 + 4);
    }

    assertThat(ends).containsExactly(1, 2, 3);
    assertThat(bytes).containsOnlyKeys(1, 2, 3);
    assertThat(bytes.values()).allMatch(size -> size > 500);
  }

  @Test
  void longSpeech_isReadFromItsArchive() throws InterruptedException {
    ByteArrayOutputStream sound = new ByteArrayOutputStream();
    var order =
        client
            .longSpeech()
            .order(
                LongSpeechRequest.ofText(
                        SpeechModel.SPEECH_2_8_HD,
                        "First sentence. Second sentence.",
                        VoiceSetting.of(STOCK))
                    .build());
    var done = client.longSpeech().await(order.task(), OFTEN);
    var download =
        new ProviderDownload(
            DownloadRules.of(
                Seller.MINIMAX.endpoint(SANDBOX, Seller.MINIMAX.key()), List.of(), 20_000_000));

    var result = client.longSpeech().retrieve(done.file().get(), download, name -> sound);

    assertThat(result.audio()).hasSize(1);
    assertThat(result.audio().get(0).bytes()).isEqualTo(sound.size()).isGreaterThan(1000);
    assertThat(result.audio().get(0).subtitles()).hasSize(2);
    assertThat(result.notUnderstood()).isEmpty();
  }

  @Test
  void subtitles_coverTheSpokenText() {
    SpeechAnswer spoken =
        client
            .speech()
            .speak(
                Studio.say("First sentence. Second sentence.", STOCK)
                    .subtitles(SubtitleType.WORD)
                    .build());

    Subtitles subtitles = Subtitles.read(fetch(spoken.subtitles().get()));

    assertThat(subtitles.sentences()).hasSize(2);
    assertThat(subtitles.sentences().get(1).words()).hasSize(2);
  }

  @Test
  void images_comeAsAddressesAndAsThemselves() {
    ImageRequest.Builder lake = ImageRequest.of(ImageModel.IMAGE_01, "A lake.").count(2).seed(7);

    ImageAnswer linked = client.images().draw(lake.build());
    ImageAnswer embedded = client.images().draw(lake.embedded().build());

    assertThat(linked.urls()).hasSize(2);
    assertThat(ImageFormat.of(fetch(linked.urls().get(0)))).contains(ImageFormat.JPEG);
    assertThat(embedded.images()).hasSize(2);
    assertThat(embedded.images().get(0).format()).contains(ImageFormat.JPEG);
  }

  @Test
  void music_isStreamedAndLyricsAreWritten() {
    String words = client.music().write(LyricsRequest.write("A lake in the evening.")).text();
    ByteArrayOutputStream sound = new ByteArrayOutputStream();

    try (MusicStream stream =
        client.music().stream(
            MusicRequest.of(MusicModel.MUSIC_2_6).prompt("Slow piano.").lyrics(words).build())) {
      stream.transferTo(sound);
      assertThat(stream.info().length().get()).isPositive();
    }

    assertThat(sound.size()).isGreaterThan(1000);
  }

  @Test
  void moneyAndPlan_areTold() {
    assertThat(client.account().balance().available().get()).isPositive();
    assertThat(client.account().plan().models()).isNotEmpty();
  }
}
