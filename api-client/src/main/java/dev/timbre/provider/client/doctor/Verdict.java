package dev.timbre.provider.client.doctor;

/** What a place makes of a key. */
public enum Verdict {
  /** It takes the key and works. */
  FITS,
  /** It takes the key but does not work just now: a rate limit, a plan's window, a fault. */
  FITS_BUT_HELD,
  /** It takes the key without the GroupId, but not with it. */
  WRONG_GROUP,
  /** It takes the key, but the account may not clone voices. */
  MAY_NOT_CLONE,
  /** It takes the key, but what the key pays from is empty. */
  NO_MONEY,
  /** It does not know the key: another region's, another provider's, revoked or mistyped. */
  UNKNOWN_KEY,
  /** It does not understand the header: the key is malformed, or the dialect another. */
  NOT_RECOGNISED,
  /** Something else answers there. */
  NOT_THIS_API,
  /** Nobody answers there. */
  UNREACHABLE;

  /** Whether the place knows the key. */
  public boolean takesKey() {
    return ordinal() <= NO_MONEY.ordinal();
  }
}
