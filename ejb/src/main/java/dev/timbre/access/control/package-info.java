/**
 * Decides who may do what: sign-in, API keys, grants, and the register of people, brands and
 * clients. Roles are checked by the container on every use case; this is where brands are checked.
 */
package dev.timbre.access.control;
