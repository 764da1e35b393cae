/**
 * Batches on the wire: the lines that go in and come out, and the orders that hold them together.
 * Names, types and limits: MiniMax API reference, "Batches". Files are read and written here line
 * by line, from and to streams of the caller; no HTTP.
 */
package dev.timbre.provider.client.wire.batch;
