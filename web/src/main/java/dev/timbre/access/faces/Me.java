package dev.timbre.access.faces;

import dev.timbre.access.control.OwnProfile;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.Role;
import dev.timbre.platform.error.NotAllowed;
import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/**
 * The reader, so that pages leave out what they may not do. Little is guarded here: the use cases
 * refuse by themselves.
 */
@Named("me")
@RequestScoped
public class Me {

  @Inject OwnProfile profile;
  @Inject FacesContext faces;

  private boolean read;
  private Person person;
  private List<Grant> grants = List.of();

  public boolean isSignedIn() {
    return faces.getExternalContext().getUserPrincipal() != null;
  }

  public UUID getId() {
    return read().person == null ? null : person.getId();
  }

  public String getName() {
    return read().person == null ? "" : person.getDisplayName();
  }

  public boolean isWithoutGrant() {
    return read().grants.isEmpty();
  }

  public boolean isCurator() {
    return isAnywhere(Role.CURATOR);
  }

  public boolean isApprover() {
    return isAnywhere(Role.APPROVER);
  }

  public boolean isAuditor() {
    return isAnywhere(Role.AUDITOR);
  }

  public boolean isAdmin() {
    return isAnywhere(Role.ADMIN);
  }

  /** Whether the reader may read the log, which is the whole company's. */
  public boolean isLogReader() {
    return isForAllBrands();
  }

  /** Whether the reader may read what is the whole company's, such as people and clients. */
  public boolean isForAllBrands() {
    return is(Role.AUDITOR, null) || is(Role.ADMIN, null);
  }

  /**
   * Keeps everybody else from a page whose use cases would let them read.
   *
   * @throws NotAllowed when the reader has the role for no brand
   */
  public void admit(Role role) {
    if (!isAnywhere(role)) {
      throw new NotAllowed("role-missing", "This page is for those with the role " + role.code());
    }
  }

  /** Whether the reader is a curator for a brand. */
  public boolean curates(UUID brandId) {
    return is(Role.CURATOR, brandId);
  }

  /** Whether the reader is an approver for a brand. */
  public boolean approves(UUID brandId) {
    return is(Role.APPROVER, brandId);
  }

  /** Whether the reader is an administrator for a brand; null for all brands. */
  public boolean administers(UUID brandId) {
    return is(Role.ADMIN, brandId);
  }

  private boolean isAnywhere(Role role) {
    return read().grants.stream().anyMatch(grant -> grant.getRole() == role);
  }

  private boolean is(Role role, UUID brandId) {
    return read().grants.stream().anyMatch(g -> g.getRole() == role && g.covers(brandId));
  }

  private Me read() {
    if (!read && isSignedIn()) {
      read = true;
      try {
        person = profile.me();
        grants = profile.grants();
      } catch (EJBAccessException e) {
        grants = List.of(); // signed in, but with no grant yet
      }
    }
    return this;
  }
}
