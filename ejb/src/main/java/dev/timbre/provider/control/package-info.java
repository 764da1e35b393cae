/**
 * The one gate to the providers: translates between their wire and our words, decides what may be
 * repeated, and keeps trying from becoming a flood. Nothing outside sees the client or its records,
 * and nothing in here holds a transaction while it calls.
 */
package dev.timbre.provider.control;
