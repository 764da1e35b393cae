/**
 * The one door to stored bytes. Today they lie in a directory; another store would take the place
 * of {@link dev.timbre.storage.control.BlobStore} and nothing else.
 */
package dev.timbre.storage.control;
