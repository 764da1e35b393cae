package dev.timbre.access.control.oidc;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Reads claims by name. A name with dots is first looked for as it stands, since some providers
 * write addresses as names, and then as a path, as in {@code realm_access.roles}.
 */
final class Claims {

  private final Map<String, Object> all;

  Claims(Map<String, Object> all) {
    this.all = all;
  }

  /** Null when there is no such text. */
  String text(String name) {
    return find(name) instanceof String text && !text.isBlank() ? text : null;
  }

  /** Empty when there is no such claim; a single text counts as a set of one. */
  Set<String> texts(String name) {
    Set<String> texts = new LinkedHashSet<>();
    Object found = find(name);
    if (found instanceof String text) {
      texts.add(text);
    } else if (found instanceof Collection<?> several) {
      several.forEach(item -> texts.add(String.valueOf(item)));
    }
    return texts;
  }

  private Object find(String name) {
    if (all.containsKey(name)) {
      return all.get(name);
    }
    Object here = all;
    for (String step : name.split("\\.")) {
      here = here instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return here;
  }
}
