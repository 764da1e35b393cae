package dev.timbre.sandbox.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The voices every account has, with their literal ids from the provider's published catalogue. The
 * list is the resource {@code system-voices.tsv}: id, name (may be empty), language.
 */
public final class SystemVoices {
  private final Map<String, SystemVoice> byId = new LinkedHashMap<>();

  /**
   * One voice of the catalogue.
   *
   * @param id literal, may hold blanks and brackets
   */
  public record SystemVoice(String id, String name, String language) {}

  /** Reads the resource. */
  public SystemVoices() {
    try (var in = SystemVoices.class.getResourceAsStream("/dev/timbre/sandbox/system-voices.tsv");
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t", -1);
        String name = cells[1].isEmpty() ? cells[0].replace('_', ' ') : cells[1];
        byId.put(cells[0], new SystemVoice(cells[0], name, cells[2]));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean contains(String voiceId) {
    return byId.containsKey(voiceId);
  }

  /** All of them, in the order of the catalogue. */
  public Collection<SystemVoice> all() {
    return byId.values();
  }
}
