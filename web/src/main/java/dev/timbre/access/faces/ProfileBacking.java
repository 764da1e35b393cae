package dev.timbre.access.faces;

import dev.timbre.access.control.OwnProfile;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.Person;
import dev.timbre.access.entity.PersonSession;
import dev.timbre.access.web.ConsoleSession;
import dev.timbre.platform.faces.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** One's own name and roles, a new password, and where one is signed in. */
@Named("profilePage")
@RequestScoped
public class ProfileBacking {

  @Inject OwnProfile profile;
  @Inject ConsoleSession session;
  @Inject Notices notices;

  private String current;
  private String next;
  private String again;
  private String email;

  public String changePassword() {
    if (!next.equals(again)) {
      notices.refused("profile.differ");
      return null;
    }
    profile.changePassword(current, next, ownSession());
    notices.done("profile.done");
    return "/profile.xhtml?faces-redirect=true";
  }

  public String changeEmail() {
    profile.changeEmail(email);
    notices.done("profile.email.done");
    return "/profile.xhtml?faces-redirect=true";
  }

  public String endOtherSessions() {
    profile.endSessions(ownSession());
    notices.done("profile.sessions.ended");
    return "/profile.xhtml?faces-redirect=true";
  }

  public List<PersonSession> getSessions() {
    return profile.sessions();
  }

  /** Whether the reader reads this in that session. */
  public boolean isThis(PersonSession other) {
    return other.getId().equals(ownSession());
  }

  private UUID ownSession() {
    return session.id(Faces.getRequest()).orElse(null);
  }

  public String getEmail() {
    return email == null ? profile.me().getEmail() : email;
  }

  public void setEmail(String email) {
    this.email = email == null ? "" : email;
  }

  public Person getPerson() {
    return profile.me();
  }

  public List<Grant> getGrants() {
    return profile.grants();
  }

  public String getCurrent() {
    return null; // passwords are never sent back
  }

  public void setCurrent(String current) {
    this.current = current;
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
