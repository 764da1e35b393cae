/**
 * How far Timbre's clock is moved from the machine's, for the demo and for tests. It stands in this
 * library because the health checks need it too.
 */
package dev.timbre.platform.clock;
