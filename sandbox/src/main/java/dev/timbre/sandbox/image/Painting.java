package dev.timbre.sandbox.image;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.Random;

/**
 * What the sandbox draws for a prompt: discs on a gradient, and the prompt's words. The seed
 * decides where the discs are and how they move, the tint their colours; equal paintings are equal
 * to the pixel on one machine.
 *
 * @param words shown in the picture
 * @param tint how strong the colours are, in [0, 1]
 */
public record Painting(String words, long seed, double tint) {
  /** The usual strength of colours. */
  public static final double USUAL_TINT = 0.6;

  private static final int DISCS = 14;

  /** Draws the painting as a still picture: that at moment 0. */
  public BufferedImage draw(int width, int height) {
    return draw(width, height, 0);
  }

  /**
   * Draws one moment of the painting.
   *
   * @param moment in [0, 1]; the discs go round once from 0 to 1
   */
  public BufferedImage draw(int width, int height, double moment) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      Random random = new Random(seed);
      ground(graphics, random, width, height);
      int side = Math.min(width, height);
      // In a square in the middle, so that a picture of any shape shows them.
      double left = (width - side) / 2.0;
      double top = (height - side) / 2.0;
      graphics.translate(left, top);
      for (int i = 0; i < DISCS; i++) {
        disc(graphics, random, side, moment);
      }
      graphics.translate(-left, -top);
      Lettering.write(graphics, words, width, height);
    } finally {
      graphics.dispose();
    }
    return image;
  }

  private void ground(Graphics2D graphics, Random random, int width, int height) {
    Color from = colour(random, 0.9, 255);
    Color to = colour(random, 0.5, 255);
    graphics.setPaint(new GradientPaint(0, 0, from, width, height, to));
    graphics.fillRect(0, 0, width, height);
  }

  private void disc(Graphics2D graphics, Random random, int side, double moment) {
    double angle = 2 * Math.PI * (random.nextDouble() + moment);
    double orbit = side * 0.1 * random.nextDouble();
    double radius = side * (0.04 + 0.12 * random.nextDouble());
    double x = side * random.nextDouble() + orbit * Math.cos(angle);
    double y = side * random.nextDouble() + orbit * Math.sin(angle);
    graphics.setColor(colour(random, 0.95, 190));
    graphics.fill(new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private Color colour(Random random, double brightness, int alpha) {
    int rgb = Color.HSBtoRGB(random.nextFloat(), (float) tint, (float) brightness);
    return new Color((alpha << 24) | (rgb & 0xFFFFFF), true);
  }
}
