package dev.timbre.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.timbre.provider.client.MiniMaxClient;
import dev.timbre.provider.client.PollPace;
import dev.timbre.provider.client.dialect.Dialect;
import dev.timbre.provider.client.error.KnownError;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.error.OperationUnsupported;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.error.Retry;
import dev.timbre.provider.client.wire.chat.ChatAnswer;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatMessage;
import dev.timbre.provider.client.wire.chat.ChatModel;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import dev.timbre.provider.client.wire.speech.LongSpeechOrder;
import dev.timbre.provider.client.wire.speech.LongSpeechProgress;
import dev.timbre.provider.client.wire.speech.LongSpeechRequest;
import dev.timbre.provider.client.wire.speech.LongSpeechStatus;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import dev.timbre.provider.client.wire.video.VideoModel;
import dev.timbre.provider.client.wire.video.VideoOrder;
import dev.timbre.provider.client.wire.video.VideoProgress;
import dev.timbre.provider.client.wire.video.VideoRequest;
import dev.timbre.provider.client.wire.voice.VoiceType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Keys, limits and the rarer operations, at the provider and at those who resell it. */
class GatewayTest {

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static final PollPace OFTEN =
      new PollPace(Duration.ofMillis(100), Duration.ofSeconds(60));
  private static final String STOCK = "female-yujie";

  /** An unknown key is 1004 or 2049 in an envelope, or an HTTP status: the caller's to mend. */
  private static void assertKeyRefused(MiniMaxClient client) {
    ProviderException refused =
        catchThrowableOfType(
            ProviderException.class,
            () -> client.speech().speak(Studio.say("Hello.", STOCK).build()));

    assertThat(refused).isNotNull();
    assertThat(refused.mayHaveBeenCarriedOut()).isFalse();
    assertThat(refused.retry()).isEqualTo(Retry.NEVER);
    assertThat(refused.remedy()).contains("key");
    assertThat(refused.getMessage()).doesNotContain("sk-");
  }

  @ParameterizedTest
  @EnumSource
  void unknownKey_isRefusedWithoutDoubt(Seller seller) {
    try (MiniMaxClient client =
        MiniMaxClient.connect(seller.endpoint(SANDBOX, "sk-api-nobody-has-this"))) {
      assertKeyRefused(client);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyOfAnotherSeller_isRefusedWithoutDoubt(Seller seller) {
    Seller other = Seller.values()[(seller.ordinal() + 1) % Seller.values().length];
    try (MiniMaxClient client = MiniMaxClient.connect(seller.endpoint(SANDBOX, other.key()))) {
      assertKeyRefused(client);
    }
  }

  @ParameterizedTest
  @EnumSource
  void keyInTheFormOfAnotherDialect_isRefusedWithoutDoubt(Seller seller) {
    Dialect other = seller == Seller.DMXAPI ? Dialect.MINIMAX : Dialect.DMXAPI;
    try (MiniMaxClient client =
        MiniMaxClient.connect(seller.endpoint(SANDBOX, seller.key()).in(other))) {
      assertKeyRefused(client);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tooManyRequests_mayBeRepeatedLater(Seller seller) {
    SANDBOX.account("{\"name\":\"" + seller.account() + "\",\"limits\":{\"speechRequests\":1}}");
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      SpeechRequest request = Studio.say("Hello.", STOCK).build();
      client.speech().speak(request);

      ProviderException refused =
          catchThrowableOfType(ProviderException.class, () -> client.speech().speak(request));

      assertThat(refused.code()).contains(KnownError.RATE_LIMIT.code());
      assertThat(refused.mayHaveBeenCarriedOut()).isFalse();
      assertThat(refused.retry()).isEqualTo(Retry.LATER);
      assertThat(refused.pause()).isPositive();
    }
  }

  @ParameterizedTest
  @EnumSource
  void emptyPurse_isToldFromAnyOtherRefusal(Seller seller) {
    SANDBOX.account("{\"name\":\"" + seller.account() + "\",\"balance\":\"0\"}");
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      ProviderException refused =
          catchThrowableOfType(
              ProviderException.class,
              () -> client.speech().speak(Studio.say("Hello.", STOCK).build()));

      assertThat(refused.code()).contains(KnownError.INSUFFICIENT_BALANCE.code());
      assertThat(refused.mayHaveBeenCarriedOut()).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void unofferedOperation_namesWhoOffersItAndIsNotSent(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      if (seller == Seller.MINIMAX) {
        assertThat(Operation.values()).allMatch(seller.dialect()::offers);
        return;
      }
      OperationUnsupported refused =
          catchThrowableOfType(
              OperationUnsupported.class,
              () -> client.voices().delete(VoiceType.CLONED, "AnnaHost01"));

      assertThat(refused.dialect()).isEqualTo(seller.dialect().name());
      assertThat(refused.offeredBy()).containsExactly("minimax");
      assertThat(refused.remedy()).contains("minimax");
      assertThat(SANDBOX.requests("/v1/delete_voice")).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void chat_isAnsweredAtEveryGateway(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      ChatRequest question =
          ChatRequest.of(ChatEndpoint.OPENAI, ChatModel.M2)
              .message(ChatMessage.user("When does the train leave?"))
              .build();

      ChatAnswer whole = client.chat().complete(question);
      ChatAnswer streamed;
      try (var stream = client.chat().stream(question)) {
        streamed = stream.answer();
      }

      assertThat(whole.text()).isNotBlank();
      assertThat(streamed.text()).isEqualTo(whole.text());
      assertThat(whole.usage().get().total().getAsLong()).isPositive();
      assertThat(client.chat().models().models()).isNotEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MINIMAX", "HINGNET"})
  void longSpeech_isOrderedAndFetched(Seller seller) throws InterruptedException {
    SANDBOX.settings("{\"taskSeconds\":0,\"largeIds\":true}");
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      LongSpeechOrder order =
          client
              .longSpeech()
              .order(
                  LongSpeechRequest.ofText(
                          SpeechModel.SPEECH_2_8_HD, "A long text.", VoiceSetting.of(STOCK))
                      .build());

      LongSpeechProgress done = client.longSpeech().await(order.task(), OFTEN);

      assertThat(done.status()).isEqualTo(LongSpeechStatus.SUCCESS);
      assertThat(Long.parseLong(done.file().get().value())).isGreaterThan(1L << 53);
      assertThat(client.files().retrieve(done.file().get()).file().downloadUrl()).isPresent();
    }
  }

  @ParameterizedTest
  @EnumSource(
      names = {"MINIMAX", "HINGNET"},
      mode = Mode.EXCLUDE)
  void longSpeechAndVideo_areUnsupportedElsewhere(Seller seller) {
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      OperationUnsupported video =
          catchThrowableOfType(OperationUnsupported.class, () -> client.videos().order(lake()));

      assertThat(video.offeredBy()).containsExactly("minimax", "hingnet");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MINIMAX", "HINGNET"})
  void video_isOrderedAndFetched(Seller seller) throws InterruptedException {
    SANDBOX.settings("{\"taskSeconds\":0}");
    try (MiniMaxClient client = seller.client(SANDBOX)) {
      VideoOrder order = client.videos().order(lake());

      VideoProgress done = client.videos().await(order.task(), OFTEN);

      assertThat(done.status().isSuccess()).isTrue();
      var stored = client.files().retrieve(done.file().get()).file();
      assertThat(Studio.fetch(seller.endpoint(SANDBOX, seller.key()), stored.downloadUrl().get()))
          .containsSequence("ftyp".getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static VideoRequest lake() {
    return VideoRequest.of(VideoModel.HAILUO_2_3).prompt("A lake.").build();
  }

  @Test
  void speechOfDmxapiInItsOlderForm_isBareAudio() {
    try (MiniMaxClient client = Seller.DMXAPI.client(SANDBOX)) {
      SpeechRequest request =
          SpeechRequest.of(SpeechModel.SPEECH_2_6_HD, "Hello.", VoiceSetting.of(STOCK)).build();

      assertThat(client.speech().speak(request).audio().get().size()).isGreaterThan(1000);
    }
  }

  @Test
  void speechOfHingnetAsBytes_isTheSameAnswer() {
    SANDBOX.settings("{\"dialects\":{\"hingnetRawAudio\":true}}");
    try (MiniMaxClient client = Seller.HINGNET.client(SANDBOX)) {
      assertThat(client.speech().speak(Studio.say("Hello.", STOCK).build()).audio().get().size())
          .isGreaterThan(1000);
    }
  }

  @Test
  void damagedAnswerOfDmxapi_isUnderstood() {
    SANDBOX.settings("{\"dialects\":{\"dmxapiDamagedJson\":true}}");
    try (MiniMaxClient client = Seller.DMXAPI.client(SANDBOX)) {
      Studio.makeVoice(client, "AnnaHost01");

      assertThat(SANDBOX.voice("AnnaHost01").path("state").asText()).isEqualTo("TEMPORARY");
    }
  }
}
