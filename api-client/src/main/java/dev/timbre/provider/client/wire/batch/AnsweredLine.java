package dev.timbre.provider.client.wire.batch;

import dev.timbre.provider.client.wire.chat.ChatAnswer;

/** A conversation of a batch that was answered. */
public record AnsweredLine(long number, String customId, ChatAnswer answer)
    implements BatchOutputLine {}
