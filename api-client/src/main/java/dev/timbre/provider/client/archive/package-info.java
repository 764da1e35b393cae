/**
 * Reads what a long synthesis delivers: a tar archive with audio, subtitles and figures, or audio
 * alone. The bytes are foreign input; nothing here asks the network or chooses where audio is kept.
 * Names and forms: MiniMax API reference, "Text to speech, asynchronous".
 */
package dev.timbre.provider.client.archive;
