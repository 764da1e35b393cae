/**
 * Talents and what they agreed to. Versions are only ever added, and a withdrawal is a fact of its
 * own: nothing here is changed or deleted, but that erasure takes what a person can be known by.
 * Talents who are asked from afar answer through links, of which only digests are kept.
 */
package dev.timbre.consent.entity;
