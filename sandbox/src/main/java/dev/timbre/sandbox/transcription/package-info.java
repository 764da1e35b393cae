/**
 * Speech to text. The sandbox does not listen: the words are made from the length of the recording.
 * Decoding belongs to the audio package.
 */
package dev.timbre.sandbox.transcription;
