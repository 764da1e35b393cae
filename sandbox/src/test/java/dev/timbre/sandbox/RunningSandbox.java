package dev.timbre.sandbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs one sandbox for a test class and resets it before each test. */
final class RunningSandbox implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {
  private Path directory;
  private Sandbox sandbox;

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    directory = Files.createTempDirectory("sandbox-test");
    sandbox = Sandbox.start(SandboxConfig.in(directory));
  }

  @Override
  public void beforeEach(ExtensionContext context) throws Exception {
    control().post("/_sandbox/reset", "{}");
  }

  @Override
  public void afterAll(ExtensionContext context) throws Exception {
    sandbox.close();
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  Path directory() {
    return directory;
  }

  Caller demo() {
    return new Caller(sandbox.baseUri(), SandboxConfig.DEMO_KEY);
  }

  Caller other() {
    return new Caller(sandbox.baseUri(), SandboxConfig.OTHER_KEY);
  }

  Caller withKey(String key) {
    return new Caller(sandbox.baseUri(), key);
  }

  /** A caller without a key, as the control interface wants none. */
  Caller control() {
    return new Caller(sandbox.baseUri(), null);
  }
}
