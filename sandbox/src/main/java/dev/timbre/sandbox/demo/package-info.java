/**
 * The demo: everything that Timbre needs on one laptop, and the main walk once through its REST
 * interface. It knows Timbre only by that interface, as any caller does.
 */
package dev.timbre.sandbox.demo;
