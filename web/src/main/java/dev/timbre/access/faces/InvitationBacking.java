package dev.timbre.access.faces;

import dev.timbre.access.control.PersonInvitation;
import dev.timbre.access.entity.InvitationToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;
import org.omnifaces.util.Faces;

/**
 * A person's link to set their password. The bean lives for one request, so that a new link is
 * shown in the answer to the request that made it and stays nowhere.
 */
@Named("invitation")
@RequestScoped
public class InvitationBacking {

  @Inject PersonInvitation invitations;

  private String link;

  public void make(UUID personId) {
    // behind the #, where browsers keep it to themselves and no server writes it into a log
    link =
        invitations
            .invite(personId)
            .token()
            .map(InvitationToken::reveal)
            .map(token -> Faces.getRequestBaseURL() + "set-password.xhtml#" + token)
            .orElse(null);
  }

  /** The link that this request made; null otherwise. */
  public String getLink() {
    return link;
  }
}
