/** Text to speech on the wire. Names, types and limits: MiniMax API reference, "T2A". */
package dev.timbre.provider.client.wire.speech;
