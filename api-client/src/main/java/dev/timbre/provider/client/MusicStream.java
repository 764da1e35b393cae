package dev.timbre.provider.client;

import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.stream.AudioEvents;
import dev.timbre.provider.client.wire.music.MusicInfo;

/** Music while it is made: pieces of audio, then what the provider says about the whole. */
public final class MusicStream extends AudioStream {

  MusicStream(Calls calls, AudioEvents audio) {
    super(calls, Operation.MAKE_MUSIC, audio);
  }

  /**
   * What the provider says about the whole.
   *
   * @throws IllegalStateException while not all is played
   */
  public MusicInfo info() {
    return MusicInfo.read(last().object("extra_info"));
  }
}
