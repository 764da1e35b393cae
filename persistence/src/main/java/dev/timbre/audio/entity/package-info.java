/**
 * What Timbre keeps about a recording: what it is for, what it was found to be, and why it was
 * refused. Values and entities only; reading bytes and measuring sound is the use cases' work.
 */
package dev.timbre.audio.entity;
