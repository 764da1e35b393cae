package dev.timbre.access.control;

import dev.timbre.platform.error.LimitExceeded;
import java.time.Duration;

/** Too many sign-ins failed lately; whether the password was right this time nobody looked. */
public class SignInDelayed extends LimitExceeded {

  private static final long serialVersionUID = 1L;

  static final String CODE = "sign-in-delayed";

  public SignInDelayed(Duration wait) {
    super(
        CODE,
        "Too many sign-ins failed; try again in " + Math.max(1, wait.toSeconds()) + " seconds.",
        wait);
    about(Math.max(1, wait.toSeconds()));
  }
}
