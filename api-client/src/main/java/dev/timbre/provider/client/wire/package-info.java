/**
 * What all families share on the wire: reading JSON with good will, writing it strictly, checking
 * limits before anything is sent, and judging an answer by its envelope. No HTTP here, and nothing
 * that only one family needs: that lives in the package of the family.
 */
package dev.timbre.provider.client.wire;
