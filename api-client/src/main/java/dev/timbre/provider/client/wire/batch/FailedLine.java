package dev.timbre.provider.client.wire.batch;

import java.util.OptionalInt;

/**
 * A conversation of a batch that was not answered.
 *
 * @param httpStatus of its own answer, if it got one; not a code of the provider
 */
public record FailedLine(long number, String customId, BatchFault fault, OptionalInt httpStatus)
    implements BatchOutputLine {}
