/**
 * How bytes get to a provider and back: exchanges under one deadline, bodies that are sent and
 * received in pieces, faults of the network sorted by what they prove, addresses that only this
 * network has. Knows no account and no key, and reads no answer. For the packages of this client
 * alone.
 */
package dev.timbre.provider.client.transport;
