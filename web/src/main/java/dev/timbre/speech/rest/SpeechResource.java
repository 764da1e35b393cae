package dev.timbre.speech.rest;

import dev.timbre.platform.entity.Money;
import dev.timbre.platform.rest.FileResponse;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.speech.control.SpeechCatalogue;
import dev.timbre.speech.control.SpeechRequest;
import dev.timbre.speech.control.SpeechStreaming;
import dev.timbre.speech.control.SpeechSynthesis;
import dev.timbre.speech.control.SpeechUnderWay;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechFormat;
import dev.timbre.speech.entity.SpeechScript;
import dev.timbre.speech.entity.SpeechState;
import dev.timbre.storage.control.StoredAudio;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Speaking, and what was spoken. */
@Path("")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Speech", description = "Governed synthesis: text in, audio out.")
public class SpeechResource {

  @Inject SpeechSynthesis synthesis;
  @Inject SpeechStreaming streaming;
  @Inject SpeechCatalogue speeches;

  /**
   * What is to be said.
   *
   * @param text fewer than 10000 characters
   * @param format mp3, wav, flac or pcm; absent for mp3
   * @param sampleRate Hz; absent for 32000
   * @param bitrate bit/s, for mp3; absent for 128000
   * @param use one of the client's uses; absent where it has only one
   */
  public record Script(String text, String format, Integer sampleRate, Integer bitrate, UUID use) {

    SpeechFormat speechFormat() {
      SpeechFormat usual = SpeechFormat.DEFAULT;
      return new SpeechFormat(
          format == null ? usual.format() : format,
          sampleRate == null ? usual.sampleRate() : sampleRate,
          bitrate == null ? usual.bitrate() : bitrate);
    }
  }

  /**
   * Answers the audio itself; headers name the speech, the clone that spoke, what was approved and
   * the cost.
   */
  @POST
  @Path("voices/{id}/speech")
  @Produces({"audio/*", MediaType.APPLICATION_OCTET_STREAM, MediaType.APPLICATION_JSON})
  @Operation(
      operationId = "speak",
      summary = "Speak a text; the answer is the audio, whole or as a stream of events",
      description =
          "With Accept: text/event-stream the audio is handed out while it is made: one event"
              + " 'started', then events 'audio' whose data is {\"audio\": base64}, then one event"
              + " 'finished' (cost, digest, receipt) or 'failed' (code, detail). Lines that begin"
              + " with a colon are comments, and say that more is awaited. Withdrawn consent or a"
              + " suspended voice ends it at the next piece. Formats mp3, flac and pcm.")
  @APIResponse(
      responseCode = "200",
      content = {
        @Content(mediaType = "audio/*"),
        @Content(mediaType = MediaType.SERVER_SENT_EVENTS)
      })
  @APIResponse(responseCode = "502", ref = "UpstreamFailure")
  @APIResponse(responseCode = "429", ref = "LimitExceeded")
  public Response speak(@PathParam("id") String voice, Script script) {
    Speech speech = synthesis.speak(request(voice, script));
    StoredAudio audio = speeches.audio(speech.getId());
    return Response.ok(audio.file().toFile(), audio.mediaType())
        .header("Timbre-Speech", speech.getId())
        .header("Timbre-Clone", speech.getGrounds().cloneId())
        .header("Timbre-Revision", speech.getGrounds().revisionId())
        .header("Timbre-Cost", speech.getCost())
        .header("Timbre-Characters", speech.getBilledCharacters())
        .header("Content-Location", "/api/v1/speeches/" + speech.getId() + "/audio")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** The same, handed out while it is made; for those who ask for events and nothing else. */
  @POST
  @Path("voices/{id}/speech")
  @Produces(MediaType.SERVER_SENT_EVENTS + ";qs=0.1")
  @Operation(hidden = true)
  public Response stream(@PathParam("id") String voice, Script script) {
    SpeechUnderWay speech = streaming.open(request(voice, script));
    StreamingOutput events = out -> streaming.deliver(speech, new EventStreamAnswer(out));
    return Response.ok(events, MediaType.SERVER_SENT_EVENTS_TYPE)
        .header("Timbre-Speech", speech.speech().getId())
        .header("Timbre-Clone", speech.speech().getGrounds().cloneId())
        .header("Timbre-Revision", speech.speech().getGrounds().revisionId())
        .header("Cache-Control", "no-store")
        // proxies that gather answers would take the stream away from it
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private static SpeechRequest request(String voice, Script script) {
    Given.body(script);
    return new SpeechRequest(
        voice, new SpeechScript(script.text()), script.speechFormat(), script.use());
  }

  /**
   * Makes a provisional clone permanent by speaking its preview text, which costs the voice fee.
   */
  @POST
  @Path("clones/{id}/activation")
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "activateClone",
      summary = "Make a clone permanent; costs the voice fee",
      description = "Where atMost is given and it costs more by now, nothing happens (409).")
  @APIResponseSchema(value = SpeechBody.class, responseCode = "200")
  @APIResponse(responseCode = "502", ref = "UpstreamFailure")
  @APIResponse(responseCode = "429", ref = "LimitExceeded")
  public SpeechBody activate(
      @PathParam("id") UUID clone,
      @Parameter(
              description = "The most to pay, as a decimal number; absent for whatever it costs.")
          @QueryParam("atMost")
          String atMost,
      @Parameter(description = "Currency of that amount, ISO 4217; needed with it.")
          @QueryParam("currency")
          String currency) {
    Money most = atMost == null ? null : new MoneyBody(atMost, currency).toMoney("atMost");
    return SpeechBody.of(synthesis.activate(clone, most));
  }

  @GET
  @Path("speeches")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listSpeeches", summary = "List speeches")
  public PageBody<SpeechBody> list(
      @QueryParam("voice") UUID voice,
      @QueryParam("client") UUID client,
      @QueryParam("state") String state,
      @BeanParam PageParameters page) {
    SpeechState wanted = Given.constant("state", state, SpeechState.class);
    return PageBody.of(speeches.page(voice, client, wanted, page.request()), SpeechBody::of);
  }

  @GET
  @Path("speeches/{id}")
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "getSpeech", summary = "Read a speech")
  public SpeechBody get(@PathParam("id") UUID id) {
    return SpeechBody.of(speeches.get(id));
  }

  /** The audio again, for example after a time-out. */
  @GET
  @Path("speeches/{id}/audio")
  @Produces({"audio/*", MediaType.APPLICATION_JSON})
  @Operation(operationId = "getSpeechAudio", summary = "Fetch the audio of a speech again")
  public Response audio(
      @PathParam("id") UUID id, @Context Request request, @Context HttpHeaders headers) {
    StoredAudio audio = speeches.audio(id);
    return FileResponse.of(audio.file(), audio.mediaType(), audio.sha256(), request, headers);
  }
}
