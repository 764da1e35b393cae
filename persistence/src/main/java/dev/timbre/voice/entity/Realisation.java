package dev.timbre.voice.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** What a clone is made of and where: what of it never changes. */
@MappedSuperclass
public abstract class Realisation extends Identified {

  private static final long serialVersionUID = 1L;

  @ManyToOne(fetch = FetchType.EAGER, optional = false)
  @JoinColumn(name = "revision_id", updatable = false)
  private Revision revision;

  @Column(name = "account_id", nullable = false, updatable = false)
  private UUID accountId;

  @Column(name = "provider_voice_id", nullable = false, updatable = false, unique = true)
  private String providerVoiceId;

  protected Realisation() {}

  Realisation(Instant now, Revision revision, UUID accountId, String providerVoiceId) {
    super(now);
    this.revision = revision;
    this.accountId = accountId;
    this.providerVoiceId = providerVoiceId;
  }

  public Revision getRevision() {
    return revision;
  }

  public UUID getAccountId() {
    return accountId;
  }

  public String getProviderVoiceId() {
    return providerVoiceId;
  }
}
