/**
 * Writes and reads the audit log. A change and its entry commit together; a refusal or failure is
 * recorded in a transaction of its own. Everybody may call this; it calls nobody.
 */
package dev.timbre.audit.control;
