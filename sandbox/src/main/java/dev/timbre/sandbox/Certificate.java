package dev.timbre.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-signed certificate for 127.0.0.1 and localhost, made once with the JDK's keytool and kept
 * in the data directory.
 *
 * @param pem what a client that shall trust the sandbox is told to trust
 */
record Certificate(SSLContext context, Path pem) {
  private static final String ALIAS = "sandbox";

  /** Protects nothing: whoever can read the file may as well have the key. */
  private static final String PASSWORD = "sandbox";

  private static final int KEYTOOL_SECONDS = 60;

  /**
   * Takes the certificate of a data directory, or makes one.
   *
   * @throws IOException when keytool fails or the directory cannot be written
   */
  static Certificate in(Path dataDirectory) throws IOException {
    Path directory = Files.createDirectories(dataDirectory.toAbsolutePath().resolve("tls"));
    Path store = directory.resolve("sandbox.p12");
    if (!Files.exists(store)) {
      make(store);
    }
    try (InputStream in = Files.newInputStream(store)) {
      KeyStore keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      Path pem = directory.resolve("sandbox.pem");
      Files.writeString(pem, pemOf(keys), StandardCharsets.US_ASCII);
      return new Certificate(contextOf(keys), pem);
    } catch (GeneralSecurityException e) {
      throw new IOException("the certificate in " + store + " cannot be used; delete it", e);
    }
  }

  private static void make(Path store) throws IOException {
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Path made = store.resolveSibling("made.p12");
    Files.deleteIfExists(made);
    List<String> command =
        List.of(
            keytool.toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-dname",
            "CN=Timbre sandbox",
            "-ext",
            "SAN=ip:127.0.0.1,dns:localhost",
            "-validity",
            "3650",
            "-storetype",
            "PKCS12",
            "-keystore",
            made.toString(),
            "-storepass",
            PASSWORD);
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!process.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(keytool + " could not make a certificate in " + made);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while making a certificate", e);
    } finally {
      process.destroy();
    }
    Files.move(made, store);
  }

  private static String pemOf(KeyStore keys) throws GeneralSecurityException {
    byte[] encoded = keys.getCertificate(ALIAS).getEncoded();
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
    return "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n";
  }

  private static SSLContext contextOf(KeyStore keys) throws GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }
}
