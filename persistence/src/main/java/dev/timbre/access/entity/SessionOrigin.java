package dev.timbre.access.entity;

/** How somebody came in. */
public enum SessionOrigin {
  PASSWORD,
  /** The company's identity provider vouched for them. */
  PROVIDER
}
