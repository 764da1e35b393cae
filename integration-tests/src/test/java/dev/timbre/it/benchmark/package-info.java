/**
 * What is measured of the whole server. No tests by their names, so that builds leave them alone.
 */
package dev.timbre.it.benchmark;
