package dev.timbre.audit.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** An Ed25519 key that signs. It is written nowhere but in {@link #toPem()}. */
public final class SigningKey {

  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private final PrivateKey key;
  private final NoteKey publicKey;

  private SigningKey(PrivateKey key, NoteKey publicKey) {
    this.key = key;
    this.publicKey = publicKey;
  }

  /** A new one. */
  public static SigningKey generate(String name) {
    return of(name, new SecureRandom());
  }

  /**
   * Reads a PKCS#8 key, as PEM or as the base64 alone, as {@code openssl genpkey -algorithm
   * ed25519} makes it.
   *
   * @param name the log's name
   * @throws IllegalArgumentException without the text, when it is no such key
   */
  public static SigningKey read(String name, String pkcs8) {
    String base64 = pkcs8.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
    try {
      byte[] encoded = Base64.getDecoder().decode(base64);
      PrivateKey key =
          KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(encoded));
      byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
      return of(name, new Seed(seed));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // the cause may quote the key
      throw new IllegalArgumentException(
          "The signing key of " + name + " is no Ed25519 key in PKCS#8 form.");
    }
  }

  private static SigningKey of(String name, SecureRandom random) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      KeyPair pair = generator.generateKeyPair();
      byte[] x509 = pair.getPublic().getEncoded();
      byte[] bytes = Arrays.copyOfRange(x509, x509.length - Hashes.LENGTH, x509.length);
      return new SigningKey(pair.getPrivate(), new NoteKey(name, bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform since 15 has Ed25519", e);
    }
  }

  public NoteKey publicKey() {
    return publicKey;
  }

  /** The 64 bytes of RFC 8032. */
  public byte[] sign(byte[] message) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      signature.update(message);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret itself, for the file that keeps it. */
  public String toPem() {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return BEGIN + "\n" + base64 + "\n" + END + "\n";
  }

  @Override
  public String toString() {
    return "SigningKey[" + publicKey.name() + "+" + publicKey.id() + "]";
  }

  /**
   * Gives a key's own seed to the generator: the JDK has no other way from a private key to its
   * public half.
   */
  @SuppressWarnings("serial") // never written
  private static final class Seed extends SecureRandom {

    private static final long serialVersionUID = 1L;

    private final byte[] seed;

    Seed(byte[] seed) {
      this.seed = seed.clone();
    }

    @Override
    public void nextBytes(byte[] bytes) {
      System.arraycopy(seed, 0, bytes, 0, bytes.length);
    }
  }
}
