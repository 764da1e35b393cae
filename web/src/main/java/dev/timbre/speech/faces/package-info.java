/**
 * Pages of what is spoken: the box in which people let a voice speak, speeches, receipts, labels.
 */
package dev.timbre.speech.faces;
