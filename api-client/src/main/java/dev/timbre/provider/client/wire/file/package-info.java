/** Stored files on the wire. Names, types and limits: MiniMax API reference, "File". */
package dev.timbre.provider.client.wire.file;
