/**
 * Tells people what they must know: announces each occasion once, in the transaction that brings it
 * about, and shows everybody their own notices. Whoever announces stands above; it knows nobody.
 */
package dev.timbre.notice.control;
