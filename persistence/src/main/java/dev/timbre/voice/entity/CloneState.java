package dev.timbre.voice.entity;

import java.util.EnumSet;
import java.util.Set;

/** Where a clone stands; {@link Clone} holds the verbs that move it. */
public enum CloneState {
  /** Wanted; nothing was sent that makes a voice. */
  REQUESTED,
  /** The request to clone was sent at least once. */
  CLONING,
  /** It speaks, and is deleted by the provider at its deadline unless a speech comes first. */
  PROVISIONAL,
  /** A speech made it stay. */
  PERMANENT,
  FAILED,
  /** Unused until its deadline, so the provider deleted it. */
  LAPSED,
  /** It was permanent and the provider no longer has it. */
  MISSING,
  DELETING,
  DELETED,
  /** The provider offers no deletion, or did not carry it out however often it was asked. */
  UNDELETABLE;

  /** In these, the provider may hold the voice until somebody deletes it. */
  static final Set<CloneState> DELETABLE = EnumSet.of(PROVISIONAL, PERMANENT, MISSING, UNDELETABLE);

  static final Set<CloneState> ENDED = EnumSet.of(FAILED, LAPSED, MISSING, DELETED, UNDELETABLE);

  /** Whether the provider should be able to speak with it. */
  public boolean speaks() {
    return this == PROVISIONAL || this == PERMANENT;
  }

  /** Whether its deletion at the provider was ordered, however far that is. */
  public boolean isLeaving() {
    return this == DELETING || this == DELETED || this == UNDELETABLE;
  }
}
