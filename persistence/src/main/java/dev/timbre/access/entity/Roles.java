package dev.timbre.access.entity;

/**
 * The names that {@code @RolesAllowed} may use: the roles of people and the scopes of clients.
 * Tests hold them equal to {@link Role} and {@link Scope}.
 */
public final class Roles {

  public static final String CURATOR = "curator";
  public static final String APPROVER = "approver";
  public static final String AUDITOR = "auditor";
  public static final String ADMIN = "admin";

  public static final String VOICES_READ = "voices:read";
  public static final String VOICES_WRITE = "voices:write";
  public static final String RECORDINGS_WRITE = "recordings:write";
  public static final String CONSENTS_WRITE = "consents:write";
  public static final String SPEECH = "speech";
  public static final String USAGE_READ = "usage:read";
  public static final String AUDIT_READ = "audit:read";
  public static final String ADMINISTRATION = "administration";

  private Roles() {}
}
