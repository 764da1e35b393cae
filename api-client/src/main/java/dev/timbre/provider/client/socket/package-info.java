/**
 * The text frames of a WebSocket, pulled one by one with a bound on time and memory. Knows nothing
 * of what stands in a frame: that belongs to the families.
 */
package dev.timbre.provider.client.socket;
