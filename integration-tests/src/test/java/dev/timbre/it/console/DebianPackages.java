package dev.timbre.it.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Installs packages of Debian and its relatives, where we may. */
final class DebianPackages {

  private static final int A_MOMENT = 20;
  private static final int AN_INSTALLATION = 900;
  private static final Map<String, String> QUIET = Map.of("DEBIAN_FRONTEND", "noninteractive");

  private DebianPackages() {}

  static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }

  /** Whether the first of the packages is there now; the others are only good to have. */
  static boolean install(String needed, String... welcome) {
    if (!Shell.succeeds(A_MOMENT, "apt-get", "--version")) {
      return false;
    }
    if (!isRoot() && !Shell.succeeds(A_MOMENT, "sudo", "-n", "true")) {
      return false;
    }
    apt("update"); // fails where one of many sources is away, which need not matter
    boolean installed = apt("install", "--yes", "--no-install-recommends", needed);
    for (String other : welcome) {
      apt("install", "--yes", "--no-install-recommends", other);
    }
    return installed;
  }

  private static boolean apt(String... arguments) {
    List<String> command = new ArrayList<>();
    if (!isRoot()) {
      command.addAll(List.of("sudo", "-n", "DEBIAN_FRONTEND=noninteractive"));
    }
    command.add("apt-get");
    command.addAll(List.of(arguments));
    return Shell.runs(AN_INSTALLATION, QUIET, command);
  }
}
