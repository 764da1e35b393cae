/**
 * Chat on the wire, in the provider's own form and in the form of OpenAI; and the list of models.
 * Names, types and limits: MiniMax API reference, "Text: chatcompletion_v2", "OpenAI-compatible"
 * and "Models". No HTTP here: streams are read elsewhere, and put together here.
 */
package dev.timbre.provider.client.wire.chat;
