/**
 * A MiniMax-shaped speech provider on loopback, for laptops and tests: starting and stopping it.
 * Written from the published API reference; uses nothing of Timbre's other modules.
 */
package dev.timbre.sandbox;
