/**
 * Moving pictures: the video families of the provider's API, old and new, the templates, and the
 * making of films.
 */
package dev.timbre.sandbox.video;
