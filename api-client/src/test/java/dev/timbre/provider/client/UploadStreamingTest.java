package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.error.ProviderException;
import dev.timbre.provider.client.wire.file.FilePurpose;
import dev.timbre.provider.client.wire.file.FileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadStreamingTest {

  private static final int LENGTH = 20 * 1024 * 1024;
  private static final String ANSWER =
      "{\"file\":{\"file_id\":7},\"base_resp\":{\"status_code\":0}}";

  /** Bytes made on the fly, so that only the client could hold them all; counts what it gave. */
  private static final class Generated extends InputStream {
    private final AtomicLong given;
    private final long length;
    private boolean closed;

    Generated(long length, AtomicLong given) {
      this.length = length;
      this.given = given;
    }

    @Override
    public int read() {
      long at = given.get();
      if (at >= length) {
        return -1;
      }
      given.incrementAndGet();
      return valueAt(at);
    }

    @Override
    public int read(byte[] piece, int offset, int most) {
      int next = 0;
      while (next < most && given.get() < length) {
        piece[offset + next++] = (byte) read();
      }
      return next == 0 && most > 0 ? -1 : next;
    }

    static int valueAt(long at) {
      return (int) ((at * 2_654_435_761L) >>> 24) & 0xff;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /** What the server saw of the upload. */
  private record Seen(long givenAtFirstByte, long fileCrc) {}

  @Test
  void twentyMegabytes_areOnTheLineLongBeforeTheyAreRead() throws Exception {
    AtomicLong given = new AtomicLong();
    Generated content = new Generated(LENGTH, given);
    try (ServerSocket listener = new ServerSocket()) {
      listener.setReceiveBufferSize(64 * 1024);
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      CompletableFuture<Seen> seen = CompletableFuture.supplyAsync(() -> serve(listener, given));

      try (MiniMaxClient client =
          MiniMaxClient.connect(
              StubProvider.endpoint(URI.create("http://127.0.0.1:" + listener.getLocalPort())))) {
        FileUpload upload =
            new FileUpload(FilePurpose.VOICE_CLONE, "long.wav", LENGTH, () -> content);

        assertThat(client.files().upload(upload).file().id().value()).isEqualTo("7");
      }

      Seen server = seen.get(20, TimeUnit.SECONDS);
      assertThat(server.givenAtFirstByte()).isLessThan(LENGTH);
      assertThat(server.fileCrc()).isEqualTo(expectedCrc());
      assertThat(given).hasValue(LENGTH);
      assertThat(content.closed).isTrue();
    }
  }

  private static long expectedCrc() {
    CRC32 crc = new CRC32();
    for (long at = 0; at < LENGTH; at++) {
      crc.update(Generated.valueAt(at));
    }
    return crc.getValue();
  }

  private static Seen serve(ServerSocket listener, AtomicLong given) {
    try (Socket socket = listener.accept()) {
      InputStream in = socket.getInputStream();
      String head = readTo(in, "\r\n\r\n");
      readTo(in, "application/octet-stream\r\n\r\n");
      int first = in.read();
      long givenAtFirstByte = given.get();
      CRC32 crc = new CRC32();
      crc.update(first);
      crc.update(in.readNBytes(LENGTH - 1));
      String boundary = head.replaceAll("(?s).*boundary=([^\\r\\n]+).*", "$1");
      String tail = new String(in.readNBytes(boundary.length() + 8), StandardCharsets.US_ASCII);
      if (!tail.equals("\r\n--" + boundary + "--\r\n")) {
        throw new IOException("the body ends with " + tail);
      }
      String answer = "HTTP/1.1 200 OK\r\nContent-Length: " + ANSWER.length() + "\r\n\r\n" + ANSWER;
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
      return new Seen(givenAtFirstByte, crc.getValue());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String readTo(InputStream in, String end) throws IOException {
    StringBuilder text = new StringBuilder();
    while (text.indexOf(end) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the request ends after " + text);
      }
      text.append((char) next);
    }
    return text.toString();
  }

  @Test
  void fileOnDisk_isSentUnderItsOwnName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("anna \"take 1\".wav"), "RIFF");
    try (StubProvider provider = new StubProvider().answers(ANSWER);
        MiniMaxClient client = provider.client()) {

      client.files().upload(FileUpload.of(FilePurpose.PROMPT_AUDIO, file));

      assertThat(provider.onlyRequest().text())
          .contains("\r\n\r\nprompt_audio\r\n")
          .contains("; filename=\"anna %22take 1%22.wav\"\r\n")
          .contains("\r\n\r\nRIFF\r\n--");
    }
  }

  /** Such a name only, no such file: not every machine's locale can write one. */
  @Test
  void nameBeyondAscii_isSentAsItIs() {
    try (StubProvider provider = new StubProvider().answers(ANSWER);
        MiniMaxClient client = provider.client()) {
      FileUpload upload =
          new FileUpload(
              FilePurpose.PROMPT_AUDIO, "安娜.wav", 100, () -> new Generated(100, new AtomicLong()));

      client.files().upload(upload);

      assertThat(provider.onlyRequest().text()).contains("; filename=\"安娜.wav\"\r\n");
    }
  }

  @Test
  void contentThatCannotBeOpened_isOurOwnFault() {
    try (StubProvider provider = new StubProvider();
        MiniMaxClient client = provider.client()) {
      FileUpload upload =
          new FileUpload(
              FilePurpose.VOICE_CLONE,
              "a.wav",
              10,
              () -> {
                throw new IOException("disk gone");
              });

      assertThatThrownBy(() -> client.files().upload(upload))
          .isInstanceOf(UncheckedIOException.class)
          .hasRootCauseMessage("disk gone");
      assertThatThrownBy(provider::onlyRequest).hasMessageContaining("0 requests");
    }
  }

  @Test
  void contentShorterThanPromised_fails() {
    try (StubProvider provider = new StubProvider().answers(ANSWER);
        MiniMaxClient client = provider.client()) {
      FileUpload upload =
          new FileUpload(
              FilePurpose.VOICE_CLONE, "a.wav", 100, () -> new Generated(99, new AtomicLong()));

      assertThatThrownBy(() -> client.files().upload(upload)).isInstanceOf(ProviderException.class);
    }
  }

  @Test
  void fileOverTheLimit_isRefusedBeforeSending() {
    assertThatThrownBy(
            () ->
                new FileUpload(
                    FilePurpose.VOICE_CLONE, "a.wav", LENGTH + 1L, InputStream::nullInputStream))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("20971521")
        .hasMessageContaining("20971520");
  }
}
