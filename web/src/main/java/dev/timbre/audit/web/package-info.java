/** Writes to the log what happens at the edge, before any use case is reached. */
package dev.timbre.audit.web;
