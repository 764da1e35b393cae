package dev.timbre.provider.client.callback;

/**
 * News of an order, by whoever knew its id and the address. Believe it only as far as to ask: each
 * kind has a {@code confirm} that does. It holds no download address, because fetching one that a
 * stranger may have posted would be a mistake.
 */
public sealed interface Notification extends Callback permits VideoNotification, BatchNotification {

  /** The id of what was ordered; the receiver has found it among the orders. */
  String orderId();
}
