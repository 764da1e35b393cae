package dev.timbre.access.faces;

import dev.timbre.access.control.PeopleRegister;
import dev.timbre.access.control.PersonInvitation;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.GrantOrigin;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.Role;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One person: name, access, the roles they hold, and who vouches for them. */
@Named("personPage")
@ViewScoped
public class PersonBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject PeopleRegister register;
  @Inject PersonInvitation invitations;
  @Inject Notices notices;
  @Inject Words words;

  private UUID id;
  private Person person;
  private List<Grant> grants;
  private String displayName;
  private String email;
  private Role role;
  private UUID brandId;

  public void open() {
    person = register.get(id);
    grants = register.grantsOf(id);
    displayName = person.getDisplayName();
    email = person.getEmail();
  }

  public void save() {
    update(new PeopleRegister.PersonChange(displayName, email == null ? "" : email, null, null));
  }

  public void switchAccess() {
    update(new PeopleRegister.PersonChange(null, null, null, !person.isDisabled()));
  }

  private void update(PeopleRegister.PersonChange change) {
    register.update(id, person.getVersion(), change);
    notices.done("people.done.changed", displayName);
    open();
  }

  public void endSessions() {
    register.endSessions(id);
    notices.done("people.done.sessionsEnded", displayName);
  }

  public void grant() {
    register.grant(id, role, brandId);
    notices.done("people.done.granted", words.of(role));
    open();
  }

  public void revoke(Grant grant) {
    register.revoke(grant.getId());
    notices.done("people.done.revoked", words.of(grant.getRole()));
    open();
  }

  /** Until when the person's link can be used; null when there is none. */
  public Instant getInvitedUntil() {
    return invitations.openUntil(id).orElse(null);
  }

  public boolean isVouchedFor() {
    return register.isVouchedFor(id);
  }

  /** Roles that the identity provider gave are taken back there. */
  public boolean isRevocable(Grant grant) {
    return grant.getOrigin() == GrantOrigin.HAND;
  }

  public Role[] getRoles() {
    return Role.values();
  }

  public UUID getId() {
    return id;
  }

  public void setId(UUID id) {
    this.id = id;
  }

  public Person getPerson() {
    return person;
  }

  public List<Grant> getGrants() {
    return grants;
  }

  public String getDisplayName() {
    return displayName;
  }

  public void setDisplayName(String displayName) {
    this.displayName = displayName;
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public Role getRole() {
    return role;
  }

  public void setRole(Role role) {
    this.role = role;
  }

  public UUID getBrandId() {
    return brandId;
  }

  public void setBrandId(UUID brandId) {
    this.brandId = brandId;
  }
}
