package dev.timbre.finding.entity;

/** What can be found. The subject's kind of thing is said with each. */
public enum FindingKind {
  /** A clone that the provider no longer lists, though it was permanent. */
  CLONE_MISSING,
  /** A clone that has ended here, and that the provider lists all the same. */
  CLONE_STILL_THERE,
  /**
   * An imported voice whose consent was withdrawn before anybody approved it; subject the voice.
   */
  IMPORT_WITHOUT_CONSENT,
  /** A voice at the provider that Timbre does not know; subject made from account and voice id. */
  VOICE_UNKNOWN,
  /** A clone that only Timbre's own register vouches for, since nobody can look at the provider. */
  CLONE_UNLISTED,
  /** A file at the provider that nobody needs; subject made from account and file id. */
  FILE_LEFT_BEHIND,
  /** A provider account whose balance is nearly used up. */
  BALANCE_LOW,
  /** A speech that was billed more than was held for it. */
  BILL_ABOVE_RESERVATION,
  /** A voice that no longer sounds as it did when it was accepted. */
  VOICE_DRIFT,
  /** A clone whose sample the provider flagged for risky content; held until it is decided. */
  CONTENT_RISK,
  /** A speech whose audio could not be labelled though a policy asks for it. */
  LABEL_MISSING,
  /** The audit log is not what was last signed; subject made from its name. */
  LOG_ALTERED
}
