/** Tries to break each rule through the REST interface. */
package dev.timbre.it.rules;
