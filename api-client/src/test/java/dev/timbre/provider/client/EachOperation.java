package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.wire.FileId;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.speech.LongSpeechRequest;
import dev.timbre.provider.client.wire.speech.SocketSetting;
import dev.timbre.provider.client.wire.speech.SpeechModel;
import dev.timbre.provider.client.wire.speech.SpeechRequest;
import dev.timbre.provider.client.wire.speech.SpeechTaskId;
import dev.timbre.provider.client.wire.speech.VoiceSetting;
import dev.timbre.provider.client.wire.voice.CloneRequest;
import dev.timbre.provider.client.wire.voice.VoiceType;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
      client -> client.longSpeech().query(new SpeechTaskId("9007199254740993")));

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

  static FileUpload sample(String content) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    return new FileUpload(
        FilePurpose.VOICE_CLONE, "anna.wav", bytes.length, () -> new ByteArrayInputStream(bytes));
  }
}
