/**
 * The seven kinds of business failure. Each capability adds small, named leaves; the web tier maps
 * kinds, never leaves, to HTTP. Nothing here may know a capability.
 */
package dev.timbre.platform.error;
