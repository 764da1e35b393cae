/**
 * Writes, seals, proves and reads the audit log. A change and its entry commit together; a refusal
 * or failure is recorded in a transaction of its own; a sealer gives committed entries their places
 * in the Merkle tree, and witnesses are told of its signed heads. Everybody may call this; it calls
 * nobody.
 */
package dev.timbre.audit.control;
