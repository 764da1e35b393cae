package dev.timbre.sandbox;

import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.Dialect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * Runs the sandbox provider until the process is stopped.
 *
 * <pre>
 * --data DIR               where it remembers (default target/sandbox)
 * --port N                 on 127.0.0.1 (default 8090; 0 takes a free one)
 * --tls-port N             on 127.0.0.1 too, with TLS and a self-signed certificate (default none)
 * --account NAME=KEY[,GROUP]  a further account, or another key for a usual one; repeatable
 * </pre>
 */
public final class Main {
  private static final int USUAL_PORT = 8090;

  private Main() {}

  public static void main(String[] args) {
    SandboxConfig config;
    try {
      config = configOf(args);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.err.println(
          "usage: [--data DIR] [--port N] [--tls-port N] [--account NAME=KEY[,GROUP]]...");
      System.exit(2);
      return;
    }
    try {
      Sandbox sandbox = Sandbox.start(config);
      System.out.println("Sandbox provider: " + sandbox.baseUri());
      sandbox
          .tls()
          .ifPresent(
              tls -> {
                System.out.println("With TLS:         " + tls.baseUri());
                System.out.println("Certificate:      " + tls.certificate());
              });
      System.out.println("It remembers in:  " + config.dataDirectory().toAbsolutePath());
    } catch (IOException e) {
      System.err.println("The sandbox cannot start: " + e.getMessage());
      System.exit(1);
    }
  }

  static SandboxConfig configOf(String... args) {
    SandboxConfig config = SandboxConfig.in(Path.of("target", "sandbox")).withPort(USUAL_PORT);
    Deque<String> rest = new ArrayDeque<>(Arrays.asList(args));
    while (!rest.isEmpty()) {
      String option = rest.pop();
      if (rest.isEmpty()) {
        throw new IllegalArgumentException(option + " needs a value");
      }
      String value = rest.pop();
      config =
          switch (option) {
            case "--data" -> config.withDataDirectory(Path.of(value));
            case "--port" -> config.withPort(port(option, value));
            case "--tls-port" -> config.withTlsPort(port(option, value));
            case "--account" -> config.withAccount(account(value));
            default -> throw new IllegalArgumentException("unknown option " + option);
          };
    }
    return config;
  }

  private static int port(String option, String value) {
    if (!value.matches("\\d{1,5}") || Integer.parseInt(value) > 65_535) {
      throw new IllegalArgumentException(option + " must be in [0, 65535], got " + value);
    }
    return Integer.parseInt(value);
  }

  private static Account account(String value) {
    String[] parts = value.split("[=,]", 3);
    if (parts.length < 2 || parts[0].isBlank() || parts[1].isBlank()) {
      throw new IllegalArgumentException("--account must be NAME=KEY or NAME=KEY,GROUP");
    }
    String group = parts.length == 3 ? parts[2] : "0";
    // A gateway's usual account with another key stays the gateway's.
    Dialect dialect =
        Stream.of(Dialect.values())
            .filter(d -> d.jsonName().equals(parts[0]))
            .findFirst()
            .orElse(Dialect.MINIMAX);
    return Account.open(dialect, parts[0], group, parts[1]);
  }
}
