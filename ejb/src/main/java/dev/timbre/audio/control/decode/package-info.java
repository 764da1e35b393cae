/**
 * From a file to samples: {@link dev.timbre.audio.control.decode.Decoder} runs one child process
 * for each file whose headers were walked, with limits on its time, memory and output, and passes
 * the sound block by block to a {@link dev.timbre.audio.control.decode.PcmSink}.
 *
 * <p>Nothing here judges the sound or keeps it. No native code: that runs in the child alone, whose
 * program is the package {@code dev.timbre.audio.decoder}.
 */
package dev.timbre.audio.control.decode;
