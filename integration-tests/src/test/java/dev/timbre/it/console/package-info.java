/**
 * The console as people see it, in a real browser: finding the browser, what one person sees in it,
 * and the tests. Nothing here asks the server but through pages; what a test needs beforehand comes
 * from the fixtures.
 */
package dev.timbre.it.console;
