/**
 * The core of the wire: what every request goes through, routing, reading of bodies, forms of
 * answers, and the control interface. Knows no family of the provider's API; each has a package of
 * its own beside this one.
 */
package dev.timbre.sandbox.http;
