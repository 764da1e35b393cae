/**
 * The program of the decoder's child process, packed into a jar of its own. It runs outside the
 * server, alone with the ffmpeg natives, so it may use nothing but the JDK and org.bytedeco; no
 * class of the server may use it except by its name on a command line.
 */
package dev.timbre.audio.decoder;
