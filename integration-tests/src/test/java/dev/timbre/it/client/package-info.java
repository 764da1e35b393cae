/** Calls Timbre's REST interface as a stranger would: over HTTP, knowing only what is published. */
package dev.timbre.it.client;
