/**
 * Finds out what an API key is good for: which host, region and dialect take it, whether the group
 * fits, whether it may clone and where its money is. Asks only harmless questions, and only where
 * the caller allows the key to be shown.
 */
package dev.timbre.provider.client.doctor;
