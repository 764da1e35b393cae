/**
 * Talents and what they agreed to. Versions are only ever added, and a withdrawal is a fact of its
 * own: nothing here is changed or deleted.
 */
package dev.timbre.consent.entity;
