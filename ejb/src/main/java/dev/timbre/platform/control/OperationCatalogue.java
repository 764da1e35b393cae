package dev.timbre.platform.control;

import dev.timbre.platform.entity.Operation;
import dev.timbre.platform.entity.Operations;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Lets callers watch background work. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "voices:read", "voices:write"})
public class OperationCatalogue {

  @Inject Operations operations;

  public Operation get(UUID id) {
    return operations.get(id);
  }

  public Optional<Operation> findLatest(String kind, UUID subjectId) {
    return operations.findLatest(kind, subjectId);
  }
}
