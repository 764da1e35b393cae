package dev.timbre.speech.rest;

import dev.timbre.platform.error.BusinessException;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.speech.control.SpeechListener;
import dev.timbre.speech.entity.Speech;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * A speech as server-sent events: {@code started}, then {@code audio} until {@code finished} or
 * {@code failed}. Each event is sent at once, and a comment where none comes for a while. Audio is
 * base64, since events are text.
 */
final class EventStreamAnswer implements SpeechListener {

  private static final byte[] AUDIO = ascii("event: audio\ndata: {\"audio\":\"");
  private static final byte[] AUDIO_END = ascii("\"}\n\n");
  private static final byte[] COMMENT = ascii(": waiting\n\n");

  private final OutputStream out;

  EventStreamAnswer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void started(Speech speech) throws IOException {
    send(
        "started",
        Json.createObjectBuilder()
            .add("speech", speech.getId().toString())
            .add("clone", speech.getGrounds().cloneId().toString())
            .add("revision", speech.getGrounds().revisionId().toString())
            .add("mediaType", speech.getFormat().mediaType()));
  }

  @Override
  public void audio(byte[] bytes, int offset, int length) throws IOException {
    ByteBuffer text = Base64.getEncoder().encode(ByteBuffer.wrap(bytes, offset, length));
    out.write(AUDIO);
    out.write(text.array(), 0, text.limit());
    out.write(AUDIO_END);
    out.flush();
  }

  @Override
  public void waiting() throws IOException {
    out.write(COMMENT);
    out.flush();
  }

  @Override
  public void finished(Speech speech) throws IOException {
    MoneyBody cost = MoneyBody.of(speech.getCost());
    send(
        "finished",
        Json.createObjectBuilder()
            .add("speech", speech.getId().toString())
            .add("audioSha256", speech.getAudio())
            .add("duration", speech.getDurationMs() / 1000.0)
            .add("billedCharacters", speech.getBilledCharacters())
            .add(
                "cost",
                Json.createObjectBuilder()
                    .add("amount", cost.amount())
                    .add("currency", cost.currency()))
            .add("receipt", "/api/v1/speeches/" + speech.getId() + "/receipt"));
  }

  @Override
  public void failed(Speech speech, BusinessException why) throws IOException {
    JsonObjectBuilder failure =
        Json.createObjectBuilder().add("code", why.code()).add("detail", why.getMessage());
    why.details().forEach((name, value) -> failure.add(name, json(value)));
    send("failed", failure.add("speech", speech.getId().toString()));
  }

  private static JsonObject object(Map<?, ?> map) {
    JsonObjectBuilder object = Json.createObjectBuilder();
    map.forEach((name, value) -> object.add(name.toString(), value.toString()));
    return object.build();
  }

  private static JsonValue json(Object value) {
    return value instanceof Map<?, ?> map ? object(map) : Json.createValue(value.toString());
  }

  private void send(String event, JsonObjectBuilder data) throws IOException {
    String text = "event: " + event + "\ndata: " + data.build() + "\n\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
