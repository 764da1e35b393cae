/**
 * The program that checks an export of the log, packed into a jar of its own. It must run where
 * nothing of Timbre is, so it uses the JDK and {@code dev.timbre.audit.proof} only; no class of the
 * server uses it.
 */
package dev.timbre.audit.verifier;
