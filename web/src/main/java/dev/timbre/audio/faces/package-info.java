/** Pages of recordings: the list, the upload, what preflight found. */
package dev.timbre.audio.faces;
