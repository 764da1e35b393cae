/** Music: the music family of the provider's API, lyrics, and the making of melodies. */
package dev.timbre.sandbox.music;
