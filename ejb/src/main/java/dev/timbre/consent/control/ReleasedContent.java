package dev.timbre.consent.control;

import dev.timbre.consent.entity.Erasures;
import dev.timbre.storage.control.BlobStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Where rows let go of bytes in an erasure. What others still hold stays in the store. */
@ApplicationScoped
public class ReleasedContent {

  @Inject Erasures erasures;
  @Inject ContentErasure contents;
  @Inject BlobStore store;
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

  /**
   * Bytes that came when nobody could keep them any more: they go, unless others hold the same.
   *
   * @param sha256 of bytes in the store that no row of the caller's refers to
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void drop(UUID talentId, String sha256, String mediaType) {
    store.register(sha256, mediaType);
    contents.leftover(talentId, sha256);
  }

  /** Whether what was spoken with a talent's voice goes too; the operator's policy. */
  public boolean includesSpeeches() {
    return config.erasesSpeechAudio();
  }
}
