package dev.timbre.voice.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.voice.entity.CloningOptions;
import dev.timbre.voice.entity.Voice;
import java.time.Instant;
import java.util.UUID;

/**
 * A voice as callers see it.
 *
 * @param revision the one that counts now
 * @param proposal the one that is to take its place once it is accepted; absent when there is none
 * @param primaryClone the clone it speaks with; absent until it is accepted
 */
public record VoiceBody(
    UUID id,
    String alias,
    UUID brand,
    UUID talent,
    String name,
    String description,
    String language,
    String origin,
    String state,
    RevisionBody revision,
    RevisionBody proposal,
    UUID primaryClone,
    String suspensionReason,
    Instant createdAt) {

  /**
   * How a recording is cloned and previewed.
   *
   * @param previewText what the preview says, at most 1000 characters
   * @param model for example speech-2.8-hd; absent for that one
   */
  public record Options(
      boolean noiseReduction,
      boolean volumeNormalisation,
      boolean watermark,
      String languageBoost,
      String previewText,
      String model) {

    static Options of(CloningOptions o) {
      return new Options(
          o.noiseReduction(),
          o.volumeNormalisation(),
          o.watermark(),
          o.languageBoost(),
          o.previewText(),
          o.model());
    }

    CloningOptions toEntity() {
      return new CloningOptions(
          noiseReduction, volumeNormalisation, watermark, languageBoost, previewText, model);
    }
  }

  static VoiceBody of(Voice voice) {
    return new VoiceBody(
        voice.getId(),
        voice.getAlias().value(),
        voice.getBrandId(),
        voice.getTalentId(),
        voice.getName(),
        voice.getDescription(),
        voice.getLanguage(),
        Given.name(voice.getOrigin()),
        Given.name(voice.getState()),
        RevisionBody.of(voice.getRevision()),
        RevisionBody.of(voice.getProposal()),
        voice.getPrimaryCloneId(),
        voice.getSuspensionReason(),
        voice.getCreatedAt());
  }
}
