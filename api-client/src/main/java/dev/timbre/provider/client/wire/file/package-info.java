/**
 * Stored files on the wire, and what to upload. Names, types and limits: MiniMax API reference,
 * "File". The bytes of a file are only pointed to here.
 */
package dev.timbre.provider.client.wire.file;
