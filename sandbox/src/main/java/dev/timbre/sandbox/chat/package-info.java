/**
 * Text models in four forms on the wire, answered by one conversation without a model. What reads
 * and writes a form knows nothing of the others; the conversation knows none of them.
 */
package dev.timbre.sandbox.chat;
