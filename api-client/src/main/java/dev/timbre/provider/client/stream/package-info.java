/**
 * Event streams over HTTP: taking bytes apart into events, waiting for them with a bound on time
 * and memory, and judging each as an answer. Knows how audio travels in events, and nothing about
 * what it is: that belongs to the families.
 */
package dev.timbre.provider.client.stream;
