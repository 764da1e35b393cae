/**
 * How each provider writes the operations of the official API: path, key, body. One file a dialect,
 * so that it can be read beside the provider's own document; what a dialect does not offer is an
 * empty route. Answers need no dialect: they are read leniently, whoever wrote them.
 */
package dev.timbre.provider.client.dialect;
