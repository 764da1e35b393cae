package dev.timbre.voice.entity;

/** Where a revision stands; {@link Voice} holds the verbs that move it. */
public enum RevisionState {
  /** Open to change. */
  DRAFT,
  SUBMITTED,
  REJECTED,
  /** May be cloned. */
  APPROVED,
  /** A clone of it was heard and accepted: the voice speaks, or once spoke, with it. */
  ACCEPTED,
  /** Given up before it was accepted. */
  ABANDONED
}
