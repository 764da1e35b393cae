package dev.timbre.finding.control;

import dev.timbre.finding.entity.Findings;
import dev.timbre.platform.control.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What waits for a person's decision. */
@ApplicationScoped
class OpenFindings implements Measure {

  @Inject Findings findings;

  @Override
  public String name() {
    return "timbre_findings_open";
  }

  @Override
  public String help() {
    return "Findings that a person should decide.";
  }

  @Override
  public String label() {
    return "kind";
  }

  @Override
  public Map<String, Number> read() {
    Map<String, Number> open = new TreeMap<>();
    findings
        .countOpen()
        .forEach((kind, count) -> open.put(kind.name().toLowerCase(Locale.ROOT), count));
    return open;
  }
}
