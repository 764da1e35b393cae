/**
 * Timbre as it ships, tested from outside: the built EAR on the provisioned server, PostgreSQL and
 * the sandbox provider, all real. Nothing of the product depends on this module.
 */
package dev.timbre.it;
