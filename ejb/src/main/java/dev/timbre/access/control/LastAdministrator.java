package dev.timbre.access.control;

import dev.timbre.access.entity.People;
import dev.timbre.platform.error.Conflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Sees to it that somebody can always administer Timbre. */
@ApplicationScoped
public class LastAdministrator {

  @Inject People people;

  /**
   * To be asked at the end of whatever takes something away from a person.
   *
   * @throws Conflict when nobody would be left
   */
  public void mustStay() {
    if (people.countAdmins() == 0) {
      throw new Conflict(
          "last-administrator",
          "This would leave nobody who may administer Timbre; make another administrator first.");
    }
  }
}
