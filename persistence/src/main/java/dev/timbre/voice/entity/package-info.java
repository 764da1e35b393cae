/**
 * The registry: voices, what was approved of them (revisions), and their realisations at providers
 * (clones). State changes are verbs on the entities. {@link dev.timbre.voice.entity.CloneDeadline}
 * decides until when an unused clone lives.
 */
package dev.timbre.voice.entity;
