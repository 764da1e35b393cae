package dev.timbre.access.faces;

import dev.timbre.access.control.InvitationAcceptance;
import dev.timbre.access.entity.InvitationToken;
import dev.timbre.access.entity.Person;
import dev.timbre.platform.faces.Notices;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;

/** Somebody with an invitation's link sets their own password. */
@Named("setPassword")
@ViewScoped
public class SetPasswordBacking implements Serializable {

  private static final long serialVersionUID = 1L;

  @Inject InvitationAcceptance acceptance;
  @Inject Notices notices;

  private String token;
  private Person person;
  private String next;
  private String again;

  /** Finds out whom the link is for. */
  public void open() {
    person = acceptance.invited(new InvitationToken(token == null ? "" : token));
  }

  public String accept() {
    if (!next.equals(again)) {
      notices.refused("profile.differ");
      return null;
    }
    acceptance.accept(new InvitationToken(token), next);
    notices.done("setPassword.done");
    return "/sign-in.xhtml?faces-redirect=true";
  }

  /** Null until the link has been looked at. */
  public Person getPerson() {
    return person;
  }

  public String getToken() {
    return null; // never sent back
  }

  public void setToken(String token) {
    this.token = token;
  }

  public String getNext() {
    return null;
  }

  public void setNext(String next) {
    this.next = next;
  }

  public String getAgain() {
    return null;
  }

  public void setAgain(String again) {
    this.again = again;
  }
}
