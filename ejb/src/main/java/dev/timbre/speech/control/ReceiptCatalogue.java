package dev.timbre.speech.control;

import dev.timbre.audit.control.Signer;
import dev.timbre.audit.entity.AuditCheckpoints;
import dev.timbre.audit.entity.AuditSigningKey;
import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.error.NotFound;
import dev.timbre.speech.control.label.LabelClaim;
import dev.timbre.speech.entity.Receipt;
import dev.timbre.speech.entity.Receipts;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.Speeches;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Shows receipts, and tells whether a clip is ours; to those who may see the speech. */
@Stateless
@RolesAllowed({"speech", "usage:read", "curator", "approver", "auditor", "admin"})
public class ReceiptCatalogue {

  /** Largest clip, in bytes; more than any speech of one request has as mp3. */
  public static final long MAX_BYTES = 20_000_000;

  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  @Inject SpeechCatalogue catalogue;
  @Inject Speeches speeches;
  @Inject Receipts receipts;
  @Inject AuditCheckpoints checkpoints;
  @Inject Signer signer;

  /**
   * @throws NotFound when there is no such speech, the caller may not see it, or it has no receipt
   */
  public Receipt ofSpeech(UUID speechId) {
    return receipts.ofSpeech(catalogue.get(speechId).getId());
  }

  /** Whether one of this deployment's keys, an earlier one too, signed exactly this. */
  public boolean isGenuine(Receipt receipt) {
    byte[] signed = receipt.getPayload().getBytes(StandardCharsets.UTF_8);
    Receipt.Signature signature = receipt.getSignature();
    return Stream.concat(
            Stream.of(signer.publicKey()), checkpoints.keys().stream().map(AuditSigningKey::key))
        .filter(key -> key.id().equals(signature.keyId()))
        .anyMatch(key -> key.verifies(signed, signature.bytes()));
  }

  /**
   * What is known of a clip.
   *
   * @param speeches those with exactly these bytes, the newest first; empty when none has
   * @param claimed the speech that the clip's own label names, when no bytes are the same; nobody
   *     vouches for that
   */
  public record Clip(String sha256, List<Speech> speeches, Speech claimed) {}

  /** Looks a file up by its bytes, and else by its label. Nothing of it is kept. */
  public Clip find(Path file) {
    String digest = digest(file);
    List<Speech> same = catalogue.ofAudio(digest);
    return new Clip(digest, same, same.isEmpty() ? claimed(file).orElse(null) : null);
  }

  /**
   * Looks a digest up.
   *
   * @param sha256 64 hexadecimal digits
   */
  public Clip find(String sha256) {
    String digest = sha256.toLowerCase(Locale.ROOT);
    if (!SHA256.matcher(digest).matches()) {
      throw new Invalid(
          "sha256-malformed",
          "sha256 has " + sha256.length() + " characters; give the 64 hexadecimal digits.");
    }
    return new Clip(digest, catalogue.ofAudio(digest), null);
  }

  private Optional<Speech> claimed(Path file) {
    try {
      return LabelClaim.find(file).flatMap(speeches::find).filter(catalogue::isVisible);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
