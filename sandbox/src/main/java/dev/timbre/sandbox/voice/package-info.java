/** Cloning, listing and deleting voices over HTTP. Who owns a voice is decided in the model. */
package dev.timbre.sandbox.voice;
