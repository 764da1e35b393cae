package dev.timbre.provider.entity;

/** How a provider writes the operations. */
public enum Dialect {
  /** The official MiniMax API, in China and elsewhere. */
  MINIMAX
}
