/** Pages of talents and what they agreed to. */
package dev.timbre.consent.faces;
