/**
 * The files family: uploads, lists, links, deletion. What bytes mean is decided by who uses them.
 */
package dev.timbre.sandbox.file;
