/**
 * Money: budgets and what is held of them, and what was consumed at which price. Holding is one
 * conditional statement in the database, so concurrent callers on any node cannot overspend.
 */
package dev.timbre.usage.entity;
