package dev.timbre.provider.entity;

/** How a provider writes the operations. */
public enum Dialect {
  /** The official MiniMax API, in China and elsewhere. */
  MINIMAX,
  /** AIPing: clones, lists and speaks; cannot delete. */
  AIPING,
  /** Hingnet: clones and speaks; can neither list nor delete. */
  HINGNET,
  /** DMXAPI: clones and speaks, always with the same preview text; can neither list nor delete. */
  DMXAPI
}
