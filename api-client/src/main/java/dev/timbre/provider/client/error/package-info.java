/**
 * What can go wrong at a provider, as types: operations and what repeating them costs, the codes of
 * the envelope with their meaning and remedy in one table, and the exceptions. Knows neither HTTP
 * libraries nor JSON, so that callers can depend on it alone.
 */
package dev.timbre.provider.client.error;
