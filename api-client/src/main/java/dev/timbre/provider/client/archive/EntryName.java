package dev.timbre.provider.client.archive;

import dev.timbre.provider.client.wire.CleanText;
import java.util.Arrays;
import java.util.Locale;

/**
 * The name of a file in an archive, made safe.
 *
 * @param stem what a recording and its side files have in common
 * @param extension in lower case, without the dot; may be empty
 */
record EntryName(String stem, String extension) {

  private static final int LONGEST = 100;

  /**
   * A path in an archive without its first directory; deeper ones become a part of the name.
   *
   * @throws DamagedArchive when it leads out of the archive
   */
  static EntryName ofPath(String path) throws DamagedArchive {
    String[] parts = path.split("/", -1);
    boolean leadsOut =
        path.startsWith("/")
            || path.indexOf('\\') >= 0
            || path.indexOf('\0') >= 0
            || Arrays.asList(parts).contains("..");
    if (leadsOut) {
      throw new DamagedArchive(
          "an entry's path \"" + CleanText.of(path) + "\" leads out of the archive");
    }
    int first = parts.length > 1 ? 1 : 0;
    return of(String.join("_", Arrays.copyOfRange(parts, first, parts.length)));
  }

  EntryName withExtension(String other) {
    return new EntryName(stem, other);
  }

  /** A plain name, of which only what is harmless in a file's name is kept. */
  static EntryName of(String name) {
    StringBuilder safe = new StringBuilder();
    name.codePoints()
        .map(c -> Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0 ? c : '_')
        .forEach(safe::appendCodePoint);
    String end = safe.length() <= LONGEST ? safe.toString() : lastPart(safe);
    String plain = end.startsWith(".") ? "_" + end.substring(1) : end;
    int dot = plain.lastIndexOf('.');
    return dot < 0
        ? new EntryName(plain, "")
        : new EntryName(plain.substring(0, dot), plain.substring(dot + 1).toLowerCase(Locale.ROOT));
  }

  private static String lastPart(StringBuilder name) {
    int from = name.length() - LONGEST;
    return name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
  }

  @Override
  public String toString() {
    return extension.isEmpty() ? stem : stem + "." + extension;
  }
}
