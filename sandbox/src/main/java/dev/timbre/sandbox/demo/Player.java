package dev.timbre.sandbox.demo;

/**
 * Somebody of the demo who signs in. The password is the same in every demo: a demo only listens on
 * its own machine.
 *
 * @param role what they may do, and their user name
 * @param name as pages show it
 * @param key their API key
 */
record Player(String role, String name, String key) {

  String password() {
    return role + "-demo-password";
  }

  Player withKey(String issued) {
    return new Player(role, name, issued);
  }

  @Override
  public String toString() {
    return "Player[" + role + "]";
  }
}
