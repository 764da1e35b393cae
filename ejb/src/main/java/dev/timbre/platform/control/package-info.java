/**
 * What every use case stands on: the clock, the request under way, idempotency, durable operations.
 * Nothing here may know a capability.
 */
package dev.timbre.platform.control;
