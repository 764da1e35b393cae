/**
 * Matters that a check found and a person should decide: what, about which subject, how it was
 * decided. Knows ids only, so that whatever stands above may raise one.
 */
package dev.timbre.finding.entity;
