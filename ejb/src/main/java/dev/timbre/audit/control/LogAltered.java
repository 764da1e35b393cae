package dev.timbre.audit.control;

/**
 * What is stored of the log is not what was last signed, so nothing more is signed. Fired outside
 * of a transaction, when a node notices and once a minute while it lasts.
 *
 * @param origin the log's name
 * @param signed leaves under the last signature
 * @param stored leaves that are there
 */
public record LogAltered(String origin, long signed, long stored) {}
