package dev.timbre.consent.entity;

/** What a talent's link opens. */
public enum LinkKind {
  /** One question, to be answered once; the subject is a {@link ConsentCapture}. */
  CAPTURE,
  /** What is in force, and its withdrawal; the subject is a {@link Consent}. */
  CONSENT
}
