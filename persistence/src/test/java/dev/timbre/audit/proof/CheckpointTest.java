package dev.timbre.audit.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

  private static final SigningKey KEY = SigningKey.generate("log.example/audit");
  private static final SigningKey OTHER = SigningKey.generate("log.example/audit");
  private static final Checkpoint CHECKPOINT =
      new Checkpoint("log.example/audit", 42, Hashes.sha256(new byte[] {7}));

  /** An example of a note in the wild: the Go checksum database signs its tree so. */
  private static final String FOREIGN =
      """
      go.sum database tree
      1
      Y3bKTkcc3JKhDIdk1xuK3N4zsu2JIUDz5+ZRBcQUtHY=

      \u2014 sum.golang.org Az3grgABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4fICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8=
      """;

  @Test
  void signedCheckpoint_isReadBackAndVerified() {
    String published = SignedNote.sign(CHECKPOINT.text(), List.of(KEY, OTHER)).toString();

    SignedNote note = SignedNote.parse(published);

    assertThat(Checkpoint.parse(note.text())).isEqualTo(CHECKPOINT);
    assertThat(note.isSignedBy(KEY.publicKey())).isTrue();
    assertThat(note.isSignedBy(OTHER.publicKey())).isTrue();
    assertThat(note).hasToString(published);
  }

  @Test
  void text_hasTheThreeLinesOfTheSpecification() {
    byte[] root = new byte[Hashes.LENGTH];

    assertThat(new Checkpoint("log.example/audit", 42, root).text())
        .isEqualTo("log.example/audit\n42\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n");
  }

  @Test
  void wrongKeyNameOrText_isNotVerified() {
    SignedNote note = SignedNote.sign(CHECKPOINT.text(), List.of(KEY));
    NoteKey renamed = new NoteKey("log.example/other", KEY.publicKey().bytes());

    assertThat(note.isSignedBy(OTHER.publicKey())).isFalse();
    assertThat(note.isSignedBy(renamed)).isFalse();
    assertThat(
            new SignedNote(note.text().replace("42", "43"), note.signatures())
                .isSignedBy(KEY.publicKey()))
        .isFalse();
  }

  @Test
  void noteOfAnotherLog_isTakenApart() {
    SignedNote note = SignedNote.parse(FOREIGN);

    assertThat(Checkpoint.parse(note.text()).size()).isEqualTo(1);
    assertThat(note.signatures())
        .singleElement()
        .satisfies(line -> assertThat(line.keyId()).isEqualTo("033de0ae"));
  }

  @Test
  void spareBitsOfASignatureOrRootThatAreSet_areNoOtherWayToWriteIt() {
    String signature = FOREIGN.replace("Pj8=", "Pj9=");
    String root = FOREIGN.replace("UtHY=", "UtHZ=");

    assertThatThrownBy(() -> SignedNote.parse(signature)).hasMessageContaining("base64");
    String text = SignedNote.parse(root).text();
    assertThatThrownBy(() -> Checkpoint.parse(text)).hasMessageContaining("base64");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a\n1\n",
        "a\n1\nAAAA\n\n",
        "a\n1\nAAAA\n\nnot a signature\n",
        "a\n1\nAAAA\n\n\u2014 name AAAA\n",
        "a\n1\nAAAA\n\n\u2014 name one AAAAAAAA\n",
        "a\n1\nAAAA\n\n\u2014 name ###\n"
      })
  void otherText_isNoSignedNote(String text) {
    assertThatThrownBy(() -> SignedNote.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\n1\n",
        "a\n01\nypUH8CPVnLGqf6d0rXcLcQ2tYKfE8Q2bR3Xk6Q8n4SA=\n",
        "a\n-1\nypUH8CPVnLGqf6d0rXcLcQ2tYKfE8Q2bR3Xk6Q8n4SA=\n",
        "\n1\nypUH8CPVnLGqf6d0rXcLcQ2tYKfE8Q2bR3Xk6Q8n4SA=\n",
        "a\n1\nAAAA\n"
      })
  void otherText_isNoCheckpoint(String text) {
    assertThatThrownBy(() -> Checkpoint.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
