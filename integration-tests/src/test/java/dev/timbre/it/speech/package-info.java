/** Streamed speech, its receipts and its labels, heard over HTTP. */
package dev.timbre.it.speech;
