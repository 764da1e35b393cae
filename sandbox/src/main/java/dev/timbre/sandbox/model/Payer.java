package dev.timbre.sandbox.model;

/**
 * Who pays, and from which purse.
 *
 * @param account by its name
 */
public record Payer(String account, Purse purse) {}
