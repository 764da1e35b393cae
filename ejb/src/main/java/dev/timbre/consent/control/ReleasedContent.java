package dev.timbre.consent.control;

import dev.timbre.consent.entity.Erasures;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Where rows let go of bytes in an erasure. What others still hold stays in the store. */
@ApplicationScoped
public class ReleasedContent {

  @Inject Erasures erasures;
  @Inject ConsentConfig config;

  /**
   * A row needs its bytes no more.
   *
   * @param ownerId id of the row that refers to them
   * @param sha256 null for none
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void add(UUID erasureId, UUID ownerId, String sha256) {
    erasures.release(erasureId, ownerId, sha256);
  }

  /** Whether what was spoken with a talent's voice goes too; the operator's policy. */
  public boolean includesSpeeches() {
    return config.erasesSpeechAudio();
  }
}
