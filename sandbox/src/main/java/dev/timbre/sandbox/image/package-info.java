/**
 * Pictures: the image family of the provider's API, the drawing of pictures and the reading of
 * those that callers send. Nothing here knows of video.
 */
package dev.timbre.sandbox.image;
