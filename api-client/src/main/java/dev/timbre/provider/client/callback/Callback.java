package dev.timbre.provider.client.callback;

/** What the provider may post to a callback address. */
public sealed interface Callback permits Challenge, Notification {}
