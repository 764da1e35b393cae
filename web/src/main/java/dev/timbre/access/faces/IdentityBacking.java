package dev.timbre.access.faces;

import dev.timbre.access.control.oidc.IdentityLinks;
import dev.timbre.access.entity.PersonIdentity;
import dev.timbre.platform.faces.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Who a person is at the identity provider. */
@Named("identity")
@RequestScoped
public class IdentityBacking {

  @Inject IdentityLinks links;
  @Inject Notices notices;

  private String subject;

  public boolean isOffered() {
    return links.isOffered();
  }

  public List<PersonIdentity> of(UUID personId) {
    return links.identitiesOf(personId);
  }

  public void link(UUID personId) {
    links.link(personId, subject);
    subject = null;
    notices.done("identity.linked");
  }

  /** One that was unlinked opens its person's account again. */
  public void linkAgain(PersonIdentity identity) {
    links.link(identity.getPersonId(), identity.getSubject());
    notices.done("identity.linked");
  }

  public void unlink(UUID identityId) {
    links.unlink(identityId);
    notices.done("identity.unlinked");
  }

  public String getSubject() {
    return subject;
  }

  public void setSubject(String subject) {
    this.subject = subject;
  }
}
