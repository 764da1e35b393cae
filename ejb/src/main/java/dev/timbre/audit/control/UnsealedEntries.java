package dev.timbre.audit.control;

import dev.timbre.audit.entity.AuditTree;
import dev.timbre.platform.control.Measure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * How much of the log has no position yet; more than a batch that stays means that nobody seals.
 */
@ApplicationScoped
class UnsealedEntries implements Measure {

  @Inject AuditTree tree;

  @Override
  public String name() {
    return "timbre_audit_entries";
  }

  @Override
  public String help() {
    return "Entries of the audit log that are not sealed yet.";
  }

  @Override
  public String label() {
    return "state";
  }

  @Override
  public Map<String, Number> read() {
    return Map.of("unsealed", tree.countUnsealed());
  }
}
