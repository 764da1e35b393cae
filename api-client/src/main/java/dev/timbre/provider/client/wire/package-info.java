/**
 * What goes over the wire, as immutable values: requests that are checked when built and written
 * exactly as the contract shows them, answers that are read leniently. Names, types and limits:
 * MiniMax API reference (files, voice clone, voice management, T2A v2). No HTTP here.
 */
package dev.timbre.provider.client.wire;
