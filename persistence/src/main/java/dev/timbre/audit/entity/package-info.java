/**
 * The audit log's entries. They hold ids and digests, never personal values; the one exception, the
 * network address, stands in a table of its own that can be erased while the log stays whole.
 */
package dev.timbre.audit.entity;
