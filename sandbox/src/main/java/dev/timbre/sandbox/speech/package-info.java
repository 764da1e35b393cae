/** Text to speech over HTTP: its request, its answers whole and streamed, its closed lists. */
package dev.timbre.sandbox.speech;
