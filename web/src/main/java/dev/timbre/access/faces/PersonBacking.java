package dev.timbre.access.faces;

import dev.timbre.access.control.PeopleRegister;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.Role;
import dev.timbre.platform.faces.Notices;
import dev.timbre.platform.faces.Words;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;

/** One person: name, password, access, and the roles they hold. */
@Named("personPage")
@ViewScoped
public class PersonBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject PeopleRegister register;
  @Inject Notices notices;
  @Inject Words words;

  private UUID id;
  private Person person;
  private List<Grant> grants;
  private String displayName;
  private String password;
  private Role role;
  private UUID brandId;

  public void open() {
    person = register.get(id);
    grants = register.grantsOf(id);
    displayName = person.getDisplayName();
  }

  public void rename() {
    register.update(id, person.getVersion(), displayName, null, null);
    changed();
  }

  public void setNewPassword() {
    register.update(id, person.getVersion(), null, password, null);
    changed();
  }

  public void switchAccess() {
    register.update(id, person.getVersion(), null, null, !person.isDisabled());
    changed();
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

  private void changed() {
    notices.done("people.done.changed", displayName);
    open();
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

  public String getPassword() {
    return null; // never sent back
  }

  public void setPassword(String password) {
    this.password = password;
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
