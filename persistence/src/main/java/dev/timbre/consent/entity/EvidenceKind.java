package dev.timbre.consent.entity;

/** What a piece of evidence is. */
public enum EvidenceKind {
  /** A file as it came: a signed paper, a letter. Handed out as a download only. */
  DOCUMENT,
  /** The talent's own voice saying the statement; checked to be sound. */
  STATEMENT_RECORDING,
  /** The words that the talent was asked to say, as they stood on their screen. */
  STATEMENT_TEXT
}
