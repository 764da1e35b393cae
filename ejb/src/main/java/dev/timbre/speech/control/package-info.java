/**
 * Speaks: checks voice, consent, use and budget at the moment of use, calls the provider outside
 * any transaction, and keeps audio, bill and proof of what came of it.
 */
package dev.timbre.speech.control;
