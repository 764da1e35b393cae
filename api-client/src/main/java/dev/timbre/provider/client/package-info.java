/**
 * The front door to a speech provider that speaks the MiniMax API: {@code MiniMaxClient} with one
 * class for each family of operations, what opens an account, the streams and sessions that callers
 * hold, and {@code ProviderDownload} for the files that answers point to. Behind it only what needs
 * the account's key: how a call goes out. Usable in any MicroProfile runtime; knows nothing of
 * Timbre's voices, people or database.
 */
package dev.timbre.provider.client;
