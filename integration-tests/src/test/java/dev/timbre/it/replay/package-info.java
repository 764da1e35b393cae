/**
 * A month in a company's life: the clocks of Timbre and of the provider are moved together, on two
 * nodes that are stopped and started, while mails and webhooks are received for real.
 */
package dev.timbre.it.replay;
