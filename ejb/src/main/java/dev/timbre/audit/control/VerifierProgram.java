package dev.timbre.audit.control;

import dev.timbre.audit.proof.Hashes;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;

/**
 * The program that checks exports and receipts, for auditors to run elsewhere. It travels inside of
 * this module, so that the server hands out what it was built with.
 */
@Stateless
@RolesAllowed({"auditor", "admin", "audit:read"})
public class VerifierProgram {

  /** What it is called where it is kept. */
  public static final String NAME = "timbre-verifier.jar";

  /** The whole jar, some ten thousand bytes. */
  public byte[] jar() {
    try (InputStream jar = VerifierProgram.class.getResourceAsStream(NAME)) {
      if (jar == null) {
        throw new IllegalStateException("Timbre was packed without " + NAME);
      }
      return jar.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In hexadecimal digits, as {@code sha256sum} writes it. */
  public String sha256() {
    return HexFormat.of().formatHex(Hashes.sha256(jar()));
  }
}
