package dev.timbre.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeyTest {

  /** RFC 8032, section 7.1, TEST 2: secret, public key, message, signature. */
  private static final byte[] SECRET =
      hex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

  private static final byte[] PUBLIC =
      hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
  private static final byte[] SIGNATURE =
      hex(
          "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
  private static final byte[] PKCS8_HEAD = hex("302e020100300506032b657004220420");

  private static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits);
  }

  private static SigningKey published() {
    byte[] pkcs8 = NoteKey.concat(PKCS8_HEAD, SECRET);
    return SigningKey.read("log.example", Base64.getEncoder().encodeToString(pkcs8));
  }

  @Test
  void publishedSecret_givesThePublishedKeyAndSignature() {
    assertThat(published().publicKey().bytes()).isEqualTo(PUBLIC);
    assertThat(published().sign(hex("72"))).isEqualTo(SIGNATURE);
    assertThat(published().publicKey().verifies(hex("72"), SIGNATURE)).isTrue();
  }

  @Test
  void otherMessageOrSignature_isNotVerified() {
    NoteKey key = published().publicKey();
    byte[] changed = SIGNATURE.clone();
    changed[3] ^= 1;

    assertThat(key.verifies(hex("73"), SIGNATURE)).isFalse();
    assertThat(key.verifies(hex("72"), changed)).isFalse();
    assertThat(key.verifies(hex("72"), new byte[3])).isFalse();
  }

  @Test
  void pem_isReadBack() {
    SigningKey key = SigningKey.generate("log.example");

    assertThat(SigningKey.read("log.example", key.toPem()).publicKey()).isEqualTo(key.publicKey());
    assertThat(key.toString()).doesNotContain(key.toPem().split("\n", 3)[1]);
  }

  @Test
  void textOfAPublicKey_isReadBack() {
    NoteKey key = published().publicKey();

    assertThat(NoteKey.parse(key.toString())).isEqualTo(key);
  }

  /** The key of the Go checksum database, as every Go distribution has it. */
  @Test
  void keyOfAnotherLog_isReadWithItsId() {
    String published = "sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8";

    assertThat(NoteKey.parse(published)).hasToString(published);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sum.golang.org",
        "sum.golang.org+033de0af+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
        "sum.golang.org+033de0ae+As4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
        "sum.golang.org+033de0ae+AAAA",
        "with space+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8",
        "a+b+c"
      })
  void otherText_isNoKey(String text) {
    assertThatThrownBy(() -> NoteKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
