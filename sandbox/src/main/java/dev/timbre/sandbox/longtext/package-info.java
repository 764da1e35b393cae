/**
 * Asynchronous speech: what a long text is read from, the task that speaks it, and the archive in
 * which the result lies. How text is checked and spoken belongs to the speech package.
 */
package dev.timbre.sandbox.longtext;
