package dev.timbre.access.control.oidc;

import dev.timbre.access.entity.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What belonging to a group gives.
 *
 * @param brand slug of the one brand; empty for all
 */
record GroupGrant(String group, Role role, Optional<String> brand) {

  private static final Pattern FORM =
      Pattern.compile("(?<group>.+)=(?<role>[a-z]+)(?:@(?<brand>[a-z0-9-]+))?");

  /**
   * @param text for example {@code voices-approvers=approver@acme} or {@code it=admin}
   * @throws IllegalStateException when it is neither
   */
  static GroupGrant parse(String text) {
    Matcher parts = FORM.matcher(text.strip());
    if (!parts.matches()) {
      throw wrong(text, "write group=role or group=role@brand");
    }
    Role role =
        Arrays.stream(Role.values())
            .filter(known -> known.code().equals(parts.group("role")))
            .findFirst()
            .orElseThrow(() -> wrong(text, "the roles are curator, approver, auditor and admin"));
    Optional<String> brand = Optional.ofNullable(parts.group("brand"));
    if (role == Role.ADMIN && brand.isPresent()) {
      throw wrong(text, "administration is not divided by brand");
    }
    return new GroupGrant(parts.group("group").strip(), role, brand);
  }

  private static IllegalStateException wrong(String text, String remedy) {
    return new IllegalStateException(
        "timbre.access.oidc.grants holds '" + text + "'; " + remedy + ".");
  }
}
