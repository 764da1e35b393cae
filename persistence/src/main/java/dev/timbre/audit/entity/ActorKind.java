package dev.timbre.audit.entity;

/** Who acts: a person, an internal system with an API key, Timbre itself, or nobody known. */
public enum ActorKind {
  PERSON,
  CLIENT,
  SYSTEM,
  ANONYMOUS
}
