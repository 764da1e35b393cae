package dev.timbre.audit.rest;

/** In which form the log is exported. */
public enum ExportFormat {
  /** JSON Lines with everything that the verifier needs. */
  JSONL,
  /** One event of the Open Cybersecurity Schema Framework per line. */
  OCSF
}
