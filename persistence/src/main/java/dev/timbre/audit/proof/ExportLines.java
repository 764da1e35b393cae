package dev.timbre.audit.proof;

import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The lines of an export, each a JSON object: a header, then positions and checkpoints in order,
 * then entries that have no position yet. Every byte is fixed, so that a reader need not understand
 * an entry to check it.
 */
public final class ExportLines {

  /** What the first line begins with. */
  public static final String FORMAT = "timbre-audit-export/1";

  // what stands between the values of the lines, to the byte
  public static final String POSITION = "{\"position\":";
  public static final String LEAF = ",\"leaf\":\"";
  public static final String ENTRY = "\",\"entry\":";
  public static final String RETIRED = "\",\"retired\":true}";
  public static final String CHECKPOINT = "{\"checkpoint\":";
  public static final String UNSEALED = "{\"unsealed\":";

  private ExportLines() {}

  /**
   * What an export holds and what surrounds it.
   *
   * @param note the signed checkpoint that everything is checked against
   * @param begin first position
   * @param end the first position that is not in it
   * @param before hashes that fill the positions below {@code begin}, see {@link Frontier#levels}
   * @param after hashes that fill those from {@code end} up to the checkpoint's size
   */
  public record Header(
      String note, long begin, long end, List<byte[]> before, List<byte[]> after) {}

  public static String header(Header header) {
    return "{\"format\":\""
        + FORMAT
        + "\",\"checkpoint\":"
        + CanonicalJson.quoted(header.note())
        + ",\"begin\":"
        + header.begin()
        + ",\"end\":"
        + header.end()
        + ",\"before\":"
        + array(header.before())
        + ",\"after\":"
        + array(header.after())
        + "}";
  }

  /** An entry in canonical form at its position, with the hash that was sealed for it. */
  public static String entry(long position, byte[] leaf, String canonical) {
    return POSITION + position + LEAF + base64(leaf) + ENTRY + canonical + "}";
  }

  /** A position whose entry is there no more. */
  public static String retired(long position, byte[] leaf) {
    return POSITION + position + LEAF + base64(leaf) + RETIRED;
  }

  /** A checkpoint, after the last position that it covers; its size as the list of them has it. */
  public static String checkpoint(long size, String note) {
    return CHECKPOINT + CanonicalJson.quoted(note) + ",\"size\":" + size + "}";
  }

  /** An entry that waits for its position. */
  public static String unsealed(String canonical) {
    return UNSEALED + canonical + "}";
  }

  private static String array(List<byte[]> hashes) {
    return hashes.stream()
        .map(hash -> CanonicalJson.quoted(base64(hash)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
