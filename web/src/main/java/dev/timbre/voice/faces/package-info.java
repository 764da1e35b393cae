/** Pages of the registry: the overview, the voices, the guided form, what waits for a decision. */
package dev.timbre.voice.faces;
