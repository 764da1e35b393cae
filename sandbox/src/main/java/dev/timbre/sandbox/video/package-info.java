/**
 * Moving pictures: the older video family of the provider's API, the templates, and the making of
 * films.
 */
package dev.timbre.sandbox.video;
