package dev.timbre.voice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/**
 * Where a voice was found that Timbre did not make.
 *
 * @param accountId the account that lists it
 * @param providerVoiceId its id at the provider, opaque
 */
@Embeddable
public record ImportedFrom(
    @Column(name = "imported_account_id", updatable = false) UUID accountId,
    @Column(name = "imported_voice_id", updatable = false) String providerVoiceId) {}
