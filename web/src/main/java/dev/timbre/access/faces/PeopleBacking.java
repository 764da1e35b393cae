package dev.timbre.access.faces;

import dev.timbre.access.control.PeopleRegister;
import dev.timbre.access.entity.Person;
import dev.timbre.platform.faces.MoreRows;
import dev.timbre.platform.faces.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;

/** The list of people, and the form that adds one. */
@Named("peoplePage")
@ViewScoped
public class PeopleBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject PeopleRegister register;
  @Inject Notices notices;

  private MoreRows<Person> rows;
  private String username;
  private String displayName;
  private String email;

  @PostConstruct
  void begin() {
    rows = new MoreRows<>(register::page);
  }

  public String create() {
    UUID id = register.create(new PeopleRegister.NewPerson(username, displayName, email, null));
    notices.done("people.done.created", displayName);
    return "/person.xhtml?faces-redirect=true&id=" + id;
  }

  public MoreRows<Person> getRows() {
    return rows;
  }

  public String getUsername() {
    return username;
  }

  public void setUsername(String username) {
    this.username = username;
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
}
