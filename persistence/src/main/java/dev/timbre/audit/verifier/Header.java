package dev.timbre.audit.verifier;

import dev.timbre.audit.proof.Checkpoint;
import dev.timbre.audit.proof.ExportLines;
import dev.timbre.audit.proof.Frontier;
import dev.timbre.audit.proof.SignedNote;
import java.util.List;
import java.util.Map;

/**
 * The first line of an export.
 *
 * @param note the checkpoint that everything must lead to
 * @param before hashes below {@code begin}
 * @param after hashes from {@code end} on
 */
record Header(SignedNote note, long begin, long end, List<byte[]> before, List<byte[]> after) {

  /**
   * @throws IllegalArgumentException when the line is none, or does not fit together
   */
  static Header read(String line) {
    Map<String, Object> members = Json.readObject(line);
    if (!ExportLines.FORMAT.equals(members.get("format"))) {
      throw new IllegalArgumentException("Not an export of the form " + ExportLines.FORMAT);
    }
    Header header =
        new Header(
            SignedNote.parse(Json.text(members, "checkpoint")),
            Json.number(members, "begin"),
            Json.number(members, "end"),
            Json.hashes(members, "before"),
            Json.hashes(members, "after"));
    long size = header.checkpoint().size();
    if (header.begin < 0 || header.begin > header.end || header.end > size) {
      throw new IllegalArgumentException("begin, end and the checkpoint's size are out of order");
    }
    if (header.before.size() != Frontier.levels(0, header.begin).size()
        || header.after.size() != Frontier.levels(header.end, size).size()) {
      throw new IllegalArgumentException("before and after do not fill what is not exported");
    }
    return header;
  }

  Checkpoint checkpoint() {
    return Checkpoint.parse(note.text());
  }
}
