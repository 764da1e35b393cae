/**
 * What every page of the console rests on: language, words, failures turned into messages, lists
 * that load as they are read. Nothing here knows a capability.
 */
package dev.timbre.platform.faces;
