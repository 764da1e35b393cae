package dev.timbre.speech.entity;

/** What becomes of audio that cannot be labelled though a policy asks for it. */
public enum Unlabelled {
  /** It is not handed out. */
  REFUSE,
  /** It is handed out, and the speech and its receipt say that it has no label. */
  REPORT
}
