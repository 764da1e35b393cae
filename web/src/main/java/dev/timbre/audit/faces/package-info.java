/** Pages of the audit log. */
package dev.timbre.audit.faces;
