/**
 * The sound as a provider gets it: {@link dev.timbre.audio.control.normalise.NormalisedAudio}
 * writes mono of 16 bits under the size limit, without anything else that the upload carried.
 *
 * <p>Nothing here measures; which {@link dev.timbre.audio.control.normalise.Downmix} keeps the
 * voice, the measurement says. Resampling is the decoder's.
 */
package dev.timbre.audio.control.normalise;
