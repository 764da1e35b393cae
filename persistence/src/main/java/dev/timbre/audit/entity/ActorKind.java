package dev.timbre.audit.entity;

/**
 * Who acts: a person, an internal system with an API key, a talent through a link, Timbre itself,
 * or nobody known.
 */
public enum ActorKind {
  PERSON,
  CLIENT,
  LINK,
  SYSTEM,
  ANONYMOUS
}
