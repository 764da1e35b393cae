/**
 * What every REST resource stands on: problems, entity tags, pages, idempotency keys, ranges. Knows
 * the kinds of failure and no capability.
 */
package dev.timbre.platform.rest;
