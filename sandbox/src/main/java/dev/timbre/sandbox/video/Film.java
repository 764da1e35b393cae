package dev.timbre.sandbox.video;

import dev.timbre.sandbox.image.Painting;
import java.awt.image.BufferedImage;

/**
 * A small film of a painting that moves, in H.264 in an MP4 file without sound.
 *
 * @param width pixels, even
 * @param height pixels, even
 * @param seconds whole seconds, at least 1
 */
public record Film(Painting painting, int width, int height, int seconds) {
  /** Few, because nobody judges the sandbox by its films and every one is waited for. */
  static final int FRAMES_PER_SECOND = 4;

  /** Longest side that is really drawn; larger films show it magnified. */
  private static final int DRAWN_SIDE = 640;

  /** Draws and encodes the whole film. */
  public byte[] encode() {
    int frames = seconds * FRAMES_PER_SECOND;
    double scale = Math.min(1, (double) DRAWN_SIDE / Math.max(width, height));
    int drawnWidth = (int) Math.round(width * scale);
    int drawnHeight = (int) Math.round(height * scale);
    try (FilmEncoder encoder = new FilmEncoder(width, height, FRAMES_PER_SECOND)) {
      for (int i = 0; i < frames; i++) {
        BufferedImage frame = painting.draw(drawnWidth, drawnHeight, (double) i / frames);
        encoder.add(frame);
      }
      return encoder.finish();
    }
  }
}
