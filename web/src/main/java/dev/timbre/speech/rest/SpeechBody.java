package dev.timbre.speech.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.provider.rest.FaultBody;
import dev.timbre.speech.entity.Speech;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * A speech as callers see it.
 *
 * @param state reserved, spoken, failed or unknown
 * @param cloneId the clone that spoke
 * @param revision what was approved, which the clone realises
 * @param textSha256 of the text; the text itself is not kept
 * @param duration seconds
 * @param withheld code of what stopped the audio from being handed out; absent when nothing did
 */
public record SpeechBody(
    UUID id,
    String state,
    UUID voice,
    @JsonbProperty("clone") UUID cloneId,
    UUID revision,
    UUID consentVersion,
    UUID client,
    UUID use,
    String speaker,
    String model,
    String format,
    int sampleRate,
    int bitrate,
    String textSha256,
    String audioSha256,
    Double duration,
    Long billedCharacters,
    MoneyBody cost,
    boolean streamed,
    LabelsBody labels,
    String withheld,
    String traceId,
    FaultBody fault,
    Instant createdAt,
    Instant finishedAt) {

  static SpeechBody of(Speech speech) {
    Speech.Grounds grounds = speech.getGrounds();
    return new SpeechBody(
        speech.getId(),
        Given.name(speech.getState()),
        grounds.voiceId(),
        grounds.cloneId(),
        grounds.revisionId(),
        grounds.consentVersionId(),
        grounds.clientId(),
        grounds.useId(),
        speech.getSpeaker().toString(),
        speech.getModel(),
        speech.getFormat().format(),
        speech.getFormat().sampleRate(),
        speech.getFormat().bitrate(),
        speech.getTextDigest(),
        speech.getAudio(),
        speech.getDurationMs() == null ? null : speech.getDurationMs() / 1000.0,
        speech.getBilledCharacters(),
        MoneyBody.of(speech.getCost()),
        speech.isStreamed(),
        LabelsBody.of(speech.getLabels()),
        speech.getWithheld(),
        speech.getTraceId(),
        FaultBody.of(speech.getFault()),
        speech.getCreatedAt(),
        speech.getFinishedAt());
  }
}
