package dev.timbre.provider.client.archive;

import dev.timbre.provider.client.wire.JsonText;
import dev.timbre.provider.client.wire.WireObject;
import dev.timbre.provider.client.wire.speech.AudioFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Reads a downloaded result and copies its audio, piece by piece, to where it shall be. */
public final class SpeechArchive {

  /** Some hundred times what the contract knows. */
  private static final int MOST_ENTRIES = 1_000;

  /** Subtitles and figures are held in memory; those of a million characters stay below this. */
  private static final int LARGEST_SIDE_FILE = 16 * 1024 * 1024;

  private static final byte[] TAR_MARK = "ustar".getBytes(StandardCharsets.US_ASCII);
  private static final int TAR_MARK_AT = 257;
  private static final int PIECE = 64 * 1024;

  private final AudioSink sink;
  private final ResultParts parts = new ResultParts();

  private SpeechArchive(AudioSink sink) {
    this.sink = sink;
  }

  /**
   * @param file the download, whole
   * @param name of the file at the provider; names the audio when the file is nothing else
   * @throws DamagedArchive when it is cut off, hostile or without audio; a part of the audio may
   *     have reached the sink
   * @throws UncheckedIOException when the sink fails
   * @throws IOException when {@code file} cannot be read
   */
  public static LongSpeechResult read(Path file, String name, AudioSink sink) throws IOException {
    SpeechArchive archive = new SpeechArchive(sink);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), PIECE)) {
      in.mark(PIECE);
      byte[] start = in.readNBytes(TAR_MARK_AT + TAR_MARK.length);
      in.reset();
      if (isTar(start)) {
        archive.readTar(in);
      } else {
        archive.readBare(in, start, EntryName.of(name));
      }
    }
    return archive.parts.result();
  }

  private static boolean isTar(byte[] start) {
    return start.length == TAR_MARK_AT + TAR_MARK.length
        && Arrays.equals(start, TAR_MARK_AT, start.length, TAR_MARK, 0, TAR_MARK.length);
  }

  private void readBare(InputStream in, byte[] start, EntryName name) throws IOException {
    Optional<AudioFormat> format = AudioKind.of(start, name);
    if (start.length == 0 || (format.isEmpty() && AudioKind.looksLikeText(start))) {
      throw new DamagedArchive("the result is neither a tar archive nor audio");
    }
    EntryName named =
        format
            .filter(known -> !AudioKind.isAudio(name))
            .map(known -> name.withExtension(known.value()))
            .orElse(name);
    copyAudio(in, named, format);
  }

  /** The library throws bare exceptions for some headers that are no headers. */
  private void readTar(InputStream in) throws IOException {
    HeaderBudget bounded = new HeaderBudget(in);
    try (TarArchiveInputStream tar = new TarArchiveInputStream(bounded, "UTF-8")) {
      TarArchiveEntry entry = next(tar, bounded);
      for (int count = 1; entry != null; count++) {
        if (count > MOST_ENTRIES) {
          throw new DamagedArchive("more than " + MOST_ENTRIES + " entries");
        }
        readEntry(tar, entry);
        entry = next(tar, bounded);
      }
    }
  }

  private static TarArchiveEntry next(TarArchiveInputStream tar, HeaderBudget bounded)
      throws DamagedArchive {
    bounded.startHeader();
    try {
      return tar.getNextEntry();
    } catch (DamagedArchive known) {
      throw known;
    } catch (IOException | RuntimeException unreadable) {
      throw new DamagedArchive("an entry's header cannot be read", unreadable);
    } finally {
      bounded.startContent();
    }
  }

  /** Takes the entry's content to its last byte, so that the next read is a header. */
  private void readEntry(TarArchiveInputStream tar, TarArchiveEntry entry) throws IOException {
    EntryName name = EntryName.ofPath(entry.getName());
    if (entry.isDirectory()) {
      return;
    }
    byte kind = entry.getLinkFlag();
    if ((kind != TarConstants.LF_NORMAL && kind != TarConstants.LF_OLDNORM) || entry.isSparse()) {
      throw new DamagedArchive("entry " + name + " is no plain file");
    }
    switch (name.extension()) {
      case "titles" -> parts.subtitles(name, SubtitleLine.readAll(sideFile(tar, name)));
      case "extra" -> parts.figures(name, figures(sideFile(tar, name)));
      default -> {
        if (AudioKind.isAudio(name)) {
          copyAudio(tar, name, AudioKind.of(new byte[0], name));
        } else {
          parts.notUnderstood(name);
          copy(tar, OutputStream.nullOutputStream(), name);
        }
      }
    }
  }

  private static Optional<WireObject> figures(byte[] file) {
    return JsonText.object(file).map(WireObject::new);
  }

  private static byte[] sideFile(InputStream in, EntryName name) throws DamagedArchive {
    try {
      byte[] content = in.readNBytes(LARGEST_SIDE_FILE + 1);
      if (content.length > LARGEST_SIDE_FILE) {
        throw new DamagedArchive(
            "entry " + name + " is larger than " + LARGEST_SIDE_FILE + " bytes");
      }
      return content;
    } catch (DamagedArchive known) {
      throw known;
    } catch (IOException cut) {
      throw cutOff(name, cut);
    }
  }

  private void copyAudio(InputStream in, EntryName name, Optional<AudioFormat> format)
      throws IOException {
    parts.requireNew(name);
    long bytes;
    try (OutputStream out = sink.open(name.toString())) {
      bytes = copy(in, out, name);
    } catch (DamagedArchive known) {
      throw known;
    } catch (IOException ours) {
      throw new UncheckedIOException("The audio could not be written", ours);
    }
    parts.audio(name, bytes, format);
  }

  private static long copy(InputStream in, OutputStream out, EntryName name) throws IOException {
    byte[] piece = new byte[PIECE];
    long total = 0;
    for (int count = read(in, piece, name); count > 0; count = read(in, piece, name)) {
      out.write(piece, 0, count);
      total += count;
    }
    return total;
  }

  private static int read(InputStream in, byte[] piece, EntryName name) throws DamagedArchive {
    try {
      return in.read(piece);
    } catch (IOException cut) {
      throw cutOff(name, cut);
    }
  }

  private static DamagedArchive cutOff(EntryName name, IOException cut) {
    return new DamagedArchive("entry " + name + " is cut off", cut);
  }
}
