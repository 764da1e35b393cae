/**
 * What the provider remembers and decides: accounts, files, voices, money, time, faults. Knows
 * nothing of HTTP.
 */
package dev.timbre.sandbox.model;
