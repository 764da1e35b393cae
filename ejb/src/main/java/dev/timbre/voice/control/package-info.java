/**
 * Registers voices, has them approved by a second person, and keeps their clones at the providers.
 * Cloning is durable: intent, call, outcome, each in a transaction of its own.
 */
package dev.timbre.voice.control;
