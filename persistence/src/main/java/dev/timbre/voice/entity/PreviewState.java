package dev.timbre.voice.entity;

/** What became of the demo audio that comes with a clone. */
public enum PreviewState {
  /** The provider sent none: the request was sent again, which goes without preview text. */
  NONE,
  /** Its URL is known and the copy is still to be made. */
  PENDING,
  /** It stands in our own store. */
  STORED,
  /** The URL died before a copy could be made. */
  EXPIRED,
  /** The URL leads to a host that the account does not allow. */
  BLOCKED
}
