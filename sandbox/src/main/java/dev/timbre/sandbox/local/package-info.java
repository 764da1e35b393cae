/**
 * Starts on this machine, as child processes, what Timbre runs on: PostgreSQL and the built server.
 * For the demo and for tests; knows nothing of what happens inside them.
 */
package dev.timbre.sandbox.local;
