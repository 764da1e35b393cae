package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.batch.BatchId;
import dev.timbre.provider.client.wire.batch.BatchRequest;
import dev.timbre.provider.client.wire.chat.ChatEndpoint;
import dev.timbre.provider.client.wire.chat.ChatMessage;
import dev.timbre.provider.client.wire.chat.ChatModel;
import dev.timbre.provider.client.wire.chat.ChatRequest;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.FileUpload;
import dev.timbre.provider.client.wire.image.ImageModel;
import dev.timbre.provider.client.wire.image.ImageRequest;
import dev.timbre.provider.client.wire.music.CoverRequest;
import dev.timbre.provider.client.wire.music.CoverSource;
import dev.timbre.provider.client.wire.music.LyricsRequest;
import dev.timbre.provider.client.wire.music.MusicModel;
import dev.timbre.provider.client.wire.music.MusicRequest;
import dev.timbre.provider.client.wire.speech.LongSpeechRequest;
import dev.timbre.provider.client.wire.speech.SocketSetting;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.SpeechTaskId;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import dev.timbre.provider.client.wire.video.TemplateRequest;
import dev.timbre.provider.client.wire.video.VideoModel;
import dev.timbre.provider.client.wire.video.VideoRequest;
import dev.timbre.provider.client.wire.video.VideoTaskId;
import dev.timbre.provider.client.wire.video.VideoTemplate;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.DesignRequest;
import dev.timbre.provider.client.wire.voice.VoiceType;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** One plain call of each operation, for what must hold for all of them. */
enum EachOperation {
  UPLOAD(Operation.UPLOAD_FILE, client -> client.files().upload(sample("RIFF....WAVE"))),
  LIST_FILES(Operation.LIST_FILES, client -> client.files().list(FilePurpose.VOICE_CLONE)),
  RETRIEVE(
      Operation.RETRIEVE_FILE, client -> client.files().retrieve(new FileId("9007199254740993"))),
  CONTENT(
      Operation.RETRIEVE_CONTENT,
      client ->
          client
              .files()
              .copyContent(new FileId("9007199254740993"), OutputStream.nullOutputStream(), 1000)),
  DELETE_FILE(
      Operation.DELETE_FILE,
      client -> client.files().delete(new FileId("9007199254740993"), FilePurpose.VOICE_CLONE)),
  CLONE(
      Operation.CLONE_VOICE,
      client ->
          client
              .voices()
              .cloneFrom(CloneRequest.of(new FileId("365000000000111"), "AnnaHost01").build())),
  LIST_VOICES(Operation.LIST_VOICES, client -> client.voices().list(VoiceType.ALL)),
  DELETE_VOICE(
      Operation.DELETE_VOICE, client -> client.voices().delete(VoiceType.CLONED, "AnnaHost01")),
  SPEAK(
      Operation.SPEAK,
      client ->
          client
              .speech()
              .speak(
                  SpeechRequest.of(
                          SpeechModel.SPEECH_2_8_HD, "Hello.", VoiceSetting.of("AnnaHost01"))
                      .build())),
  STREAM_SPEECH(Operation.SPEAK, EachOperation::streamSpeech),
  OPEN_SOCKET(
      Operation.OPEN_SPEECH_SOCKET,
      client ->
          client
              .speech()
              .openSession(
                  SocketSetting.of(SpeechModel.SPEECH_2_8_HD, VoiceSetting.of("AnnaHost01"))
                      .build())),
  ORDER_LONG_SPEECH(
      Operation.ORDER_LONG_SPEECH,
      client ->
          client
              .longSpeech()
              .order(
                  LongSpeechRequest.ofText(
                          SpeechModel.SPEECH_2_8_HD, "Hello.", VoiceSetting.of("AnnaHost01"))
                      .build())),
  QUERY_LONG_SPEECH(
      Operation.QUERY_LONG_SPEECH,
      client -> client.longSpeech().query(new SpeechTaskId("9007199254740993"))),
  CHAT(Operation.CHAT, client -> client.chat().complete(question(ChatEndpoint.NATIVE))),
  CHAT_OPENAI(
      Operation.CHAT_OPENAI, client -> client.chat().complete(question(ChatEndpoint.OPENAI))),
  CHAT_STREAM(
      Operation.CHAT, client -> client.chat().stream(question(ChatEndpoint.NATIVE)).answer()),
  CHAT_OPENAI_STREAM(
      Operation.CHAT_OPENAI,
      client -> client.chat().stream(question(ChatEndpoint.OPENAI)).answer()),
  LIST_MODELS(Operation.LIST_MODELS, client -> client.chat().models()),
  CREATE_BATCH(
      Operation.CREATE_BATCH,
      client -> client.batches().create(BatchRequest.of(new FileId("9007199254740993")))),
  QUERY_BATCH(Operation.QUERY_BATCH, client -> client.batches().query(new BatchId("batch_00af"))),
  CANCEL_BATCH(
      Operation.CANCEL_BATCH, client -> client.batches().cancel(new BatchId("batch_00af"))),
  LIST_BATCHES(Operation.LIST_BATCHES, client -> client.batches().list(20, Optional.empty())),
  DESIGN(
      Operation.DESIGN_VOICE,
      client -> client.voices().design(DesignRequest.of("calm", "Good evening."))),
  DRAW_IMAGES(
      Operation.DRAW_IMAGES,
      client -> client.images().draw(ImageRequest.of(ImageModel.IMAGE_01, "A lake.").build())),
  ORDER_VIDEO(
      Operation.ORDER_VIDEO,
      client ->
          client.videos().order(VideoRequest.of(VideoModel.HAILUO_2_3).prompt("A lake.").build())),
  QUERY_VIDEO(
      Operation.QUERY_VIDEO, client -> client.videos().query(new VideoTaskId("424000000000011"))),
  ORDER_TEMPLATE_VIDEO(
      Operation.ORDER_TEMPLATE_VIDEO,
      client ->
          client
              .videos()
              .orderFromTemplate(
                  TemplateRequest.of(VideoTemplate.HARD_LIFE, List.of(), List.of("a cat")))),
  QUERY_TEMPLATE_VIDEO(
      Operation.QUERY_TEMPLATE_VIDEO,
      client -> client.videos().queryTemplate(new VideoTaskId("424000000000033"))),
  MAKE_MUSIC(
      Operation.MAKE_MUSIC,
      client ->
          client
              .music()
              .make(
                  MusicRequest.of(MusicModel.MUSIC_2_6)
                      .prompt("Slow piano.")
                      .instrumental(true)
                      .build())),
  STREAM_MUSIC(Operation.MAKE_MUSIC, EachOperation::streamMusic),
  WRITE_LYRICS(
      Operation.WRITE_LYRICS, client -> client.music().write(LyricsRequest.write("A lake."))),
  PREPARE_COVER(
      Operation.PREPARE_COVER,
      client ->
          client
              .music()
              .prepareCover(
                  CoverRequest.of(CoverSource.at(URI.create("https://media.example/a.mp3"))))),
  BALANCE(Operation.QUERY_BALANCE, client -> client.account().balance()),
  PLAN(Operation.QUERY_PLAN, client -> client.account().plan());

  final Operation operation;
  private final Consumer<MiniMaxClient> call;

  EachOperation(Operation operation, Consumer<MiniMaxClient> call) {
    this.operation = operation;
    this.call = call;
  }

  void callOn(MiniMaxClient client) {
    call.accept(client);
  }

  private static void streamSpeech(MiniMaxClient client) {
    SpeechRequest request =
        SpeechRequest.of(SpeechModel.SPEECH_2_8_HD, "Hello.", VoiceSetting.of("AnnaHost01"))
            .build();
    try (SpeechStream stream = client.speech().stream(request)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
  }

  private static ChatRequest question(ChatEndpoint endpoint) {
    return ChatRequest.of(endpoint, ChatModel.M3)
        .message(ChatMessage.user("When does the train leave?"))
        .build();
  }

  private static void streamMusic(MiniMaxClient client) {
    MusicRequest request =
        MusicRequest.of(MusicModel.MUSIC_2_6).prompt("Slow piano.").instrumental(true).build();
    try (MusicStream stream = client.music().stream(request)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
  }

  static FileUpload sample(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new FileUpload(
        FilePurpose.VOICE_CLONE, "anna.wav", bytes.length, () -> new ByteArrayInputStream(bytes));
  }
}
