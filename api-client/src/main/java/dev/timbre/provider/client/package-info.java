/**
 * The front door to a speech provider that speaks the MiniMax API: {@code MiniMaxClient} for its
 * operations, {@code ProviderDownload} for the files that its answers point to. Usable in any
 * MicroProfile runtime; knows nothing of Timbre's voices, people or database.
 */
package dev.timbre.provider.client;
