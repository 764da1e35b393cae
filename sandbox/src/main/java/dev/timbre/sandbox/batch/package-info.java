/**
 * Batches: files of requests that are answered later, each line by the native text endpoint. How a
 * line is answered is the affair of chat; when, and what becomes of the answers, is decided here.
 */
package dev.timbre.sandbox.batch;
