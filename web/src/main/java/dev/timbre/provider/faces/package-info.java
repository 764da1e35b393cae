/** The page of the provider accounts. */
package dev.timbre.provider.faces;
