/** The part of a voice's page in which people let it speak. */
package dev.timbre.speech.faces;
