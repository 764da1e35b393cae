/**
 * The provider accounts of the company and what they charge. A key stands here only as a reference
 * that the configuration resolves.
 */
package dev.timbre.provider.entity;
