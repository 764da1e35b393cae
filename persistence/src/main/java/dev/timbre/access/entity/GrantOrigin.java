package dev.timbre.access.entity;

/** Who gave a grant, and so who takes it back. */
public enum GrantOrigin {
  /** An administrator; it stays until one takes it back. */
  HAND,
  /** The identity provider, at sign-in; it goes when the provider no longer says so. */
  CLAIM
}
