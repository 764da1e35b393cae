/**
 * What every aggregate shares: identity, optimistic version, keyset pages, money, durable
 * operations and idempotency keys. Nothing here may know a capability.
 */
package dev.timbre.platform.entity;
