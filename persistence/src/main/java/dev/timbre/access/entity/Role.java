package dev.timbre.access.entity;

import java.util.Locale;

/** What a person may do, for one brand or for all. */
public enum Role {
  /** Uploads recordings, keeps consents, registers and submits voices. */
  CURATOR,
  /** Approves, rejects, accepts, suspends and activates voices that somebody else submitted. */
  APPROVER,
  /** Reads everything, the audit log included, and changes nothing. */
  AUDITOR,
  /** Keeps people, brands, clients, keys, budgets and provider accounts. */
  ADMIN;

  /** The name the container and the wire know. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
