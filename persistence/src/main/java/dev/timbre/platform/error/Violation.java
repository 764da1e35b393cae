package dev.timbre.platform.error;

import java.io.Serializable;

/**
 * One value that broke one rule.
 *
 * @param field the field as the caller names it, for example {@code file} or {@code duration}
 * @param rule stable, kebab-case name of the rule
 * @param value the value or measure found, with its unit; may be empty, never a secret
 * @param limit what the rule allows, with its unit; may be empty
 * @param message the whole sentence for people, with the remedy
 */
public record Violation(String field, String rule, String value, String limit, String message)
    implements Serializable {}
