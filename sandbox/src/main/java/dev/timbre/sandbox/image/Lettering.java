package dev.timbre.sandbox.image;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes words into a picture, where the machine has a font to write with. */
final class Lettering {
  private static final Logger LOG = System.getLogger(Lettering.class.getName());
  private static final int MAX_LINES = 5;
  private static final int LINES_PER_HEIGHT = 12;
  private static final Color PLATE = new Color(0, 0, 0, 150);
  private static final Optional<Font> FONT = findFont();

  private Lettering() {}

  /** Writes over the lower part of the picture; what has no room ends in dots. */
  static void write(Graphics2D graphics, String words, int width, int height) {
    if (FONT.isEmpty() || words.isBlank()) {
      return;
    }
    graphics.setFont(FONT.get().deriveFont((float) Math.max(9, height / LINES_PER_HEIGHT)));
    FontMetrics metrics = graphics.getFontMetrics();
    int margin = metrics.getHeight() / 2;
    List<String> lines = broken(words.strip(), metrics, width - 2 * margin);
    int top = height - margin - lines.size() * metrics.getHeight();
    graphics.setColor(PLATE);
    graphics.fillRect(0, top - margin / 2, width, height - top + margin / 2);
    graphics.setColor(Color.WHITE);
    for (String line : lines) {
      graphics.drawString(line, margin, top + metrics.getAscent());
      top += metrics.getHeight();
    }
  }

  private static List<String> broken(String words, FontMetrics metrics, int room) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int point : words.codePoints().toArray()) {
      String letter = Character.isWhitespace(point) ? " " : Character.toString(point);
      if (metrics.stringWidth(line + letter) > room) {
        int blank = letter.equals(" ") ? line.length() : line.lastIndexOf(" ");
        String rest = blank < 1 ? "" : line.substring(Math.min(line.length(), blank + 1));
        lines.add(blank < 1 ? line.toString() : line.substring(0, blank));
        line.setLength(0);
        line.append(rest);
        if (lines.size() == MAX_LINES) {
          lines.set(MAX_LINES - 1, lines.get(MAX_LINES - 1) + " …");
          return lines;
        }
      }
      line.append(letter);
    }
    lines.add(line.toString());
    return lines;
  }

  // A machine without fonts shows itself by various errors from the depth of the toolkit.
  private static Optional<Font> findFont() {
    try {
      Font font = new Font(Font.SANS_SERIF, Font.BOLD, 12);
      Graphics2D trial = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      trial.getFontMetrics(font).stringWidth("words");
      trial.dispose();
      return Optional.of(font);
    } catch (RuntimeException | LinkageError | InternalError e) {
      LOG.log(Level.WARNING, "pictures stay without words: this machine has no usable font", e);
      return Optional.empty();
    }
  }
}
