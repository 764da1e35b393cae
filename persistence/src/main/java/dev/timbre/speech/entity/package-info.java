/** Speeches: governed syntheses, each with its voice, clone, use, consent version and cost. */
package dev.timbre.speech.entity;
