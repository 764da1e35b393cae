/**
 * What tests on the real database stand on: one PostgreSQL per run, the server's datasource names,
 * units of work with the repositories, and voices with everything they rest on.
 */
package dev.timbre.testing;
