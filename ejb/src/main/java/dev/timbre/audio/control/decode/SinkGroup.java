package dev.timbre.audio.control.decode;

import java.io.IOException;
import java.util.List;

/** Passes the sound to several sinks, in their order. */
public final class SinkGroup implements PcmSink {

  private final List<PcmSink> sinks;

  public SinkGroup(PcmSink... sinks) {
    this.sinks = List.of(sinks);
  }

  @Override
  public void begin(int sampleRate, int channels) throws IOException {
    for (PcmSink sink : sinks) {
      sink.begin(sampleRate, channels);
    }
  }

  @Override
  public void accept(float[][] samples, int frames) throws IOException {
    for (PcmSink sink : sinks) {
      sink.accept(samples, frames);
    }
  }
}
