package dev.timbre.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.SpeechStream;
import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.error.KnownError;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.OperationUnsupported;
import dev.timbre.provider.client.error.ProviderRefused;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.speech.SpeechAnswer;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.voice.CloneAnswer;
import dev.timbre.provider.client.wire.voice.ClonePrompt;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.Voice;
import dev.timbre.provider.client.wire.voice.VoiceType;
import java.io.ByteArrayOutputStream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of a voice, step by step the same in every dialect. */
class VoiceWalkTest {

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static final String VOICE = "AnnaHost01";
  private static final String PREVIEW = "Good evening.";

  private static CloneAnswer makeWithPreview(MiniMaxClient client) {
    FileId sample = Studio.sample(client, "anna.mp3");
    ClonePrompt prompt = new ClonePrompt(Studio.prompt(client), "One short sentence.");
    return client
        .voices()
        .cloneFrom(
            CloneRequest.of(sample, VOICE)
                .prompt(prompt)
                .preview(PREVIEW, SpeechModel.SPEECH_2_8_HD)
                .build());
  }

  @ParameterizedTest
  @EnumSource
  void preview_isSpokenAndFetchedBeforeTheVoiceIsPaidFor(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      CloneAnswer made = makeWithPreview(client);

      assertThat(made.risk().hit()).isFalse();
      assertThat(Studio.fetch(seller.endpoint(SANDBOX, seller.key()), made.demoAudio().get()))
          .hasSizeGreaterThan(1000);
      String spoken = seller.dialect().fixedPreviewText().orElse(PREVIEW);
      long billed = spoken.codePoints().map(c -> c > 0x2e80 ? 2 : 1).sum();
      assertThat(SANDBOX.quantity(VOICE, "preview")).isEqualTo(billed);
      assertThat(SANDBOX.charges(VOICE, "fee")).isZero();
      assertThat(SANDBOX.voice(VOICE).path("state").asText()).isEqualTo("TEMPORARY");
    }
  }

  @ParameterizedTest
  @EnumSource
  void sameVoiceAgain_isADuplicate(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      makeWithPreview(client);

      ProviderRefused again =
          catchThrowableOfType(ProviderRefused.class, () -> makeWithPreview(client));

      assertThat(again.is(KnownError.DUPLICATE_VOICE_ID)).isTrue();
      assertThat(again.code().get().number()).isEqualTo(2039);
    }
  }

  @ParameterizedTest
  @EnumSource
  void firstSpeech_makesTheVoicePermanentForOneFee(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      Studio.makeVoice(client, VOICE);

      SpeechAnswer first = client.speech().speak(Studio.say("Hello there.", VOICE).build());
      SpeechAnswer second = client.speech().speak(Studio.say("语音 ok", VOICE).build());

      assertThat(first.audio().get().size()).isGreaterThan(1000);
      assertThat(first.metering().usageCharacters()).hasValue(12);
      assertThat(second.metering().usageCharacters()).hasValue(7);
      assertThat(SANDBOX.quantity(VOICE, "characters")).isEqualTo(19);
      assertThat(SANDBOX.charges(VOICE, "fee")).isEqualTo(1);
      assertThat(SANDBOX.voice(VOICE).path("state").asText()).isEqualTo("PERMANENT");
    }
  }

  @ParameterizedTest
  @EnumSource
  void speechAsAddress_isFetched(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      Studio.makeVoice(client, VOICE);

      SpeechAnswer spoken = client.speech().speak(Studio.say("Hello.", VOICE).asUrl().build());

      assertThat(spoken.audio()).isEmpty();
      assertThat(Studio.fetch(seller.endpoint(SANDBOX, seller.key()), spoken.audioUrl().get()))
          .hasSizeGreaterThan(1000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void streamedSpeech_endsWithItsFigures(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      Studio.makeVoice(client, VOICE);
      ByteArrayOutputStream sound = new ByteArrayOutputStream();

      try (SpeechStream stream =
          client.speech().stream(Studio.say("One. Two. Three. Four.", VOICE).build())) {
        stream.transferTo(sound);
        assertThat(stream.summary().metering().usageCharacters()).hasValue(22);
      }

      assertThat(sound.size()).isGreaterThan(1000);
      assertThat(SANDBOX.charges(VOICE, "fee")).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void ids_surviveAbove53Bits(Seller seller) {
    SANDBOX.settings("{\"largeIds\":true}");
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      FileId sample = Studio.sample(client, "anna.mp3");
      assertThat(Long.parseLong(sample.value())).isGreaterThan(1L << 53);

      ClonePrompt prompt = new ClonePrompt(Studio.prompt(client), "One short sentence.");
      client.voices().cloneFrom(CloneRequest.of(sample, VOICE).prompt(prompt).build());

      if (seller.dialect().offers(Operation.RETRIEVE_FILE)) {
        assertThat(client.files().retrieve(sample).file().id()).isEqualTo(sample);
      }
      assertThat(SANDBOX.voice(VOICE).path("state").asText()).isEqualTo("TEMPORARY");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 7})
  void risk_isReadInEveryForm(int type) {
    for (Seller seller : Seller.values()) {
      try (MiniMaxClient client = seller.client(SANDBOX)) {
        FileId sample = Studio.sample(client, "risk-" + type + ".mp3");

        CloneAnswer made =
            client
                .voices()
                .cloneFrom(CloneRequest.of(sample, VOICE + "-" + seller.name() + type).build());

        assertThat(made.risk().hit()).as(seller.name()).isTrue();
        assertThat(made.risk().type()).as(seller.name()).isEqualTo(type);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void list_showsTheVoiceOnceItHasSpoken_whereItIsOffered(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      Studio.makeVoice(client, VOICE);
      if (!seller.dialect().offers(Operation.LIST_VOICES)) {
        OperationUnsupported refused =
            catchThrowableOfType(
                OperationUnsupported.class, () -> client.voices().list(VoiceType.CLONED));
        assertThat(refused.offeredBy()).containsExactly("minimax", "aiping");
        return;
      }
      assertThat(client.voices().list(VoiceType.CLONED).voices()).isEmpty();

      client.speech().speak(Studio.say("Hello.", VOICE).build());

      assertThat(client.voices().list(VoiceType.CLONED).voices())
          .extracting(Voice::id)
          .containsExactly(VOICE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void deletion_isForGood_whereItIsOffered(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      Studio.makeVoice(client, VOICE);
      if (!seller.dialect().equals(Dialect.MINIMAX)) {
        OperationUnsupported refused =
            catchThrowableOfType(
                OperationUnsupported.class, () -> client.voices().delete(VoiceType.CLONED, VOICE));
        assertThat(refused.offeredBy()).containsExactly("minimax");
        assertThat(refused.dialect()).isEqualTo(seller.dialect().name());
        return;
      }
      client.speech().speak(Studio.say("Hello.", VOICE).build());

      client.voices().delete(VoiceType.CLONED, VOICE);

      ProviderRefused gone =
          catchThrowableOfType(
              ProviderRefused.class,
              () -> client.speech().speak(Studio.say("Hello.", VOICE).build()));
      assertThat(gone.code().get().number()).isEqualTo(2054);
    }
  }
}
