/**
 * The money and the plan of an account on the wire. Neither is in the provider's reference: names
 * and types are those that public clients of the provider read.
 */
package dev.timbre.provider.client.wire.account;
