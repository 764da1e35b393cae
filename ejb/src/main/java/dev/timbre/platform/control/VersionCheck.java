package dev.timbre.platform.control;

import dev.timbre.platform.entity.Identified;

/** Compares what a caller has seen with what is there. */
public final class VersionCheck {

  private VersionCheck() {}

  /**
   * The entity itself.
   *
   * @param expected the version the caller has seen; null when it does not matter to them
   * @throws VersionConflict when somebody changed it meanwhile
   */
  public static <T extends Identified> T of(T entity, Long expected) {
    if (expected != null && expected != entity.getVersion()) {
      throw new VersionConflict(expected, entity.getVersion());
    }
    return entity;
  }
}
