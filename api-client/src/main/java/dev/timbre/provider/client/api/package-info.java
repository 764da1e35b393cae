/**
 * The API as MicroProfile Rest Client interfaces, and the JAX-RS providers that they need. Usable
 * by injection in any MicroProfile runtime; {@code MiniMaxClient} builds them for accounts that are
 * known only at run time. Nothing here knows keys or accounts.
 */
package dev.timbre.provider.client.api;
