/** Holds money before a call, settles it afterwards, and keeps what was consumed. */
package dev.timbre.usage.control;
