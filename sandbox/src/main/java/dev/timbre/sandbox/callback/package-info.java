/**
 * What the provider says of its own accord: the challenge and the news of tasks, sent to the
 * customer's server. Families say what and where to; this package knows none of them.
 */
package dev.timbre.sandbox.callback;
