package dev.timbre.provider.client.wire.batch;

import java.util.Optional;

/**
 * A line that cannot be understood; the lines after it still can.
 *
 * @param customId if the line told that much
 * @param reason as a phrase, without the line's content
 */
public record DamagedLine(long number, Optional<String> customId, String reason)
    implements BatchOutputLine {}
