package dev.timbre.provider.client.error;

/** Whether, and how patiently, a failed call may be repeated unchanged. */
public enum Retry {
  /** Not at all: it would fail again, or might be charged twice. */
  NEVER,
  /** After a short, growing delay (a second or so). */
  SOON,
  /** Only after a longer pause (tens of seconds) or with fewer calls at once. */
  LATER;

  /** Whether a repeat is allowed at all. */
  public boolean allowed() {
    return this != NEVER;
  }
}
