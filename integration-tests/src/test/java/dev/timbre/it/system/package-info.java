/** Starts what Timbre runs on, once for all tests, and lets tests kill and restart parts of it. */
package dev.timbre.it.system;
