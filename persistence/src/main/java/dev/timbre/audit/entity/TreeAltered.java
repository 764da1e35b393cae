package dev.timbre.audit.entity;

/**
 * What is stored of the log's tree is not what its last checkpoint signed: somebody changed it with
 * other means, or a backup was restored in part. Nothing more is signed until a person has looked.
 */
public class TreeAltered extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  private final long signed;
  private final long stored;

  public TreeAltered(long signed, long stored, RuntimeException cause) {
    super(
        ("The log's tree was altered: %d leaves are signed, %d are stored, and what is stored does"
                + " not have the signed root. Compare an export with a checkpoint kept elsewhere,"
                + " and restore the audit tables from a backup.")
            .formatted(signed, stored),
        cause);
    this.signed = signed;
    this.stored = stored;
  }

  /** Leaves under the last signature. */
  public long signed() {
    return signed;
  }

  /** Leaves that are there. */
  public long stored() {
    return stored;
  }
}
