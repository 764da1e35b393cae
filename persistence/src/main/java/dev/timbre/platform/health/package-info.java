/**
 * Whether this node can serve. The checks stand in this library because the server sees health
 * checks of shared libraries only. They read; they change nothing.
 */
package dev.timbre.platform.health;
