package dev.timbre.provider.client;

import dev.timbre.provider.client.api.MusicApi;
import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.Operation;
import dev.timbre.provider.client.stream.AudioEvents;
import dev.timbre.provider.client.wire.WireRequest;
import dev.timbre.provider.client.wire.music.CoverPreparation;
import dev.timbre.provider.client.wire.music.CoverRequest;
import dev.timbre.provider.client.wire.music.Lyrics;
import dev.timbre.provider.client.wire.music.LyricsRequest;
import dev.timbre.provider.client.wire.music.MusicAnswer;
import dev.timbre.provider.client.wire.music.MusicRequest;

/** Music, lyrics and covers. */
public final class Music {

  private final Calls calls;

  Music(Calls calls) {
    this.calls = calls;
  }

  /** Makes a piece of music, in one answer, which takes minutes; charged. */
  public MusicAnswer make(MusicRequest request) {
    return calls.perform(Operation.MAKE_MUSIC, () -> api().make(request));
  }

  /**
   * Makes a piece of music, in pieces of audio as they are made. Waits for the start of the answer,
   * and later for each piece, as long as {@link Timeouts#cloning} says. Charged like {@link #make},
   * also when it is closed early.
   *
   * @throws InvalidRequest when the request asks for an address
   */
  public MusicStream stream(MusicRequest request) {
    WireRequest asked = request.asStream();
    return calls.perform(
        Operation.MAKE_MUSIC,
        () ->
            new MusicStream(
                calls,
                new AudioEvents(
                    calls
                        .streams()
                        .open(Operation.MAKE_MUSIC, asked, calls.timeouts().cloning()))));
  }

  /** Writes or edits lyrics; charged. */
  public Lyrics write(LyricsRequest request) {
    return calls.perform(Operation.WRITE_LYRICS, () -> api().write(request));
  }

  /** Finds in a song what a cover needs; charged. */
  public CoverPreparation prepareCover(CoverRequest request) {
    return calls.perform(Operation.PREPARE_COVER, () -> api().prepare(request));
  }

  private MusicApi api() {
    return calls.clients().get(MusicApi.class, calls.timeouts().cloning());
  }
}
