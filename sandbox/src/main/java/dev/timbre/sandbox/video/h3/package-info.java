/**
 * The newer video family, for the models of the H3 line: films of text, pictures, films and sounds,
 * with real HTTP statuses. Uses the film making of the package above and adds none.
 */
package dev.timbre.sandbox.video.h3;
