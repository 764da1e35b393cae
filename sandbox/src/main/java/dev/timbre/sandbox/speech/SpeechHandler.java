package dev.timbre.sandbox.speech;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Billing;
import dev.timbre.sandbox.model.MediaLinks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Text to speech over HTTP, whole or streamed. */
public final class SpeechHandler {
  private final Speaker speaker;
  private final MediaLinks links;

  public SpeechHandler(Speaker speaker, MediaLinks links) {
    this.speaker = speaker;
    this.links = links;
  }

  public void addTo(Router router) {
    router.add("POST", "/v1/t2a_v2", this::speak, SpeechHandler::failure);
  }

  private static ObjectNode failure(Call call) {
    return Call.object().putNull("data").put("trace_id", call.traceId());
  }

  /**
   * The form of the result.
   *
   * @param streamed as events; then never as a URL
   * @param aggregated whether the last event repeats the whole sound
   */
  private record Form(boolean streamed, boolean aggregated, boolean asUrl) {
    static Form read(Fields fields) {
      boolean streamed = fields.flag("stream");
      boolean excluded =
          fields
              .object("stream_options")
              .map(options -> options.flag("exclude_aggregated_audio"))
              .orElse(false);
      boolean asUrl =
          fields.choice("output_format", List.of("hex", "url")).filter("url"::equals).isPresent();
      return new Form(streamed, !excluded, asUrl && !streamed);
    }
  }

  private Answer speak(Call call) throws IOException {
    Fields body = call.json();
    body.object("voice_setting").flatMap(v -> v.text("voice_id")).ifPresent(call::about);
    Form form = Form.read(body);
    String text = SpeechRequest.requireText(body);
    SpeechManner manner =
        form.streamed() ? SpeechManner.readStreamed(body) : SpeechManner.read(body);
    SpeechRequest request = SpeechRequest.of(manner, text);
    call.about(manner.voices().get(0).voiceId());

    Customer customer = new Customer(call.account().name(), call.key());
    speaker.admit(customer, request);
    call.atEnd(speaker.connect(customer)::close);
    Answer answer =
        form.streamed()
            ? streamed(customer, request, form.aggregated(), call.traceId())
            : whole(customer, request, form.asUrl(), call.traceId());
    speaker.charge(customer.payer(), manner, Billing.characters(text));
    return answer;
  }

  private Answer whole(Customer customer, SpeechRequest request, boolean asUrl, String traceId)
      throws IOException {
    SpeechAnswer answer = answer(speaker.speak(customer.account(), request), traceId);
    return asUrl ? answer.url(links) : answer.hex();
  }

  private Answer streamed(
      Customer customer, SpeechRequest request, boolean aggregated, String traceId) {
    SpeechStream stream =
        new SpeechStream(
            speaker.begin(customer.account(), request),
            speech -> last(speech, aggregated, traceId),
            traceId);
    return Answer.events(stream, stream::close);
  }

  private ObjectNode last(Speech speech, boolean aggregated, String traceId) {
    try {
      return answer(speech, traceId).last(aggregated);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SpeechAnswer answer(Speech speech, String traceId) throws IOException {
    return new SpeechAnswer(speech, speech.subtitleLink(links).orElse(null), traceId);
  }
}
