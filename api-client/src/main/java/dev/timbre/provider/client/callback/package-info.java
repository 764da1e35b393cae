/**
 * The receiving end of the addresses given to orders: the provider's challenge, and its
 * notifications. Knows no framework and does no HTTP. What arrives here is signed by nobody, so it
 * is a hint and never a fact.
 */
package dev.timbre.provider.client.callback;
