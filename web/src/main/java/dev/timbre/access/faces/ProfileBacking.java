package dev.timbre.access.faces;

import dev.timbre.access.control.OwnProfile;
import dev.timbre.access.entity.Grant;
import dev.timbre.access.entity.Person;
import dev.timbre.platform.faces.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** One's own name and roles, and a new password. */
@Named("profilePage")
@RequestScoped
public class ProfileBacking {

  @Inject OwnProfile profile;
  @Inject Notices notices;

  private String current;
  private String next;
  private String again;

  public String changePassword() {
    if (!next.equals(again)) {
      notices.refused("profile.differ");
      return null;
    }
    profile.changePassword(current, next);
    notices.done("profile.done");
    return "/profile.xhtml?faces-redirect=true";
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
