package dev.timbre.access.control;

import dev.timbre.access.entity.Role;
import dev.timbre.platform.control.Measure;
import dev.timbre.platform.error.NotAllowed;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Tells those who watch the whole company how it goes. */
@Stateless
@RolesAllowed({"auditor", "admin", "administration"})
public class Monitoring {

  @Inject @Any Instance<Measure> measures;
  @Inject Access access;

  /**
   * A measure and what it says now.
   *
   * @param label what the values are told apart by
   * @param values by the label's value
   */
  public record Reading(String name, String help, String label, Map<String, Number> values) {}

  /**
   * All measures, by name.
   *
   * @throws NotAllowed for a person who audits some brands only
   */
  public List<Reading> readings() {
    if (access.actor().isPerson() && access.brandsAs(Role.AUDITOR, Role.ADMIN).isPresent()) {
      throw new NotAllowed(
          "all-brands-needed",
          "Measures are of the whole company, and you audit some brands only.");
    }
    return measures.stream()
        .sorted(Comparator.comparing(Measure::name))
        .map(m -> new Reading(m.name(), m.help(), m.label(), m.read()))
        .toList();
  }
}
