package dev.timbre.speech.control;

import dev.timbre.platform.error.BusinessException;
import dev.timbre.speech.entity.Speech;
import java.io.IOException;

/**
 * Who hears a speech while it is made. An {@code IOException} says that nobody listens any more;
 * the speech goes on without them.
 */
public interface SpeechListener {

  /** Before any audio. */
  void started(Speech speech) throws IOException;

  /** The next piece; several of them in a row are the file. */
  void audio(byte[] bytes, int offset, int length) throws IOException;

  /** Nothing new for a while: a word that keeps the line open, and tells whether it is. */
  void waiting() throws IOException;

  /** All was handed out. */
  void finished(Speech speech) throws IOException;

  /** No more audio comes. */
  void failed(Speech speech, BusinessException why) throws IOException;
}
