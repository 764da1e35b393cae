/**
 * What proves that the log was not altered: canonical form, Merkle tree (RFC 9162), signed notes
 * and checkpoints (C2SP). Shared by the server and the verifier, so it uses nothing but the JDK:
 * neither a database nor a container nor anything else of Timbre.
 */
package dev.timbre.audit.proof;
