package dev.timbre.provider.client.archive;

import java.io.IOException;

/** A result is not what the contract says: cut off, hostile, or without audio. */
public final class DamagedArchive extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * @param detail the rule that it breaks, the value and the limit
   */
  DamagedArchive(String detail) {
    super(detail);
  }

  DamagedArchive(String detail, Throwable cause) {
    super(detail, cause);
  }
}
