package dev.timbre.provider.client.wire.batch;

/** One line of what a batch answers. Lines come in any order; their custom id joins them. */
public sealed interface BatchOutputLine permits AnsweredLine, FailedLine, DamagedLine {

  /** Where it stands in its file, from 1; says nothing about the input. */
  long number();
}
