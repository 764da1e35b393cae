package dev.timbre.provider.client.error;

/** Who can put an error right. */
public enum Mender {
  /** Whoever built the request: it is wrong and stays wrong. */
  CALLER,
  /** Whoever holds the account: balance, plan, verification, rate limits. */
  ACCOUNT,
  /** Nobody by repeating: the provider's content policy refused. */
  POLICY,
  /** The provider, by itself and with time. */
  PROVIDER
}
