/**
 * What an upload is and how long it sounds, from its bytes alone and by our own code: {@link
 * dev.timbre.audio.control.header.HeaderWalker} tells wav, mp3 and m4a apart and walks each in
 * memory, bounded by the size of the file. Whatever does not fit together is refused.
 *
 * <p>No sound is decoded here, no file opened and no process started; nothing in here uses another
 * step of preflight, or knows what a recording is for.
 */
package dev.timbre.audio.control.header;
