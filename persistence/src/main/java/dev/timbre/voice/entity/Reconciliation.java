package dev.timbre.voice.entity;

import dev.timbre.platform.entity.Identified;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One comparison of the registry with what a provider account holds. */
@Entity
@Immutable
@Table(name = "reconciliation")
public class Reconciliation extends Identified {

  private static final long serialVersionUID = 1L;

  @Column(name = "account_id", nullable = false, updatable = false)
  private UUID accountId;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false)
  private ReconciliationResult result;

  @Embedded private VoiceCounts voices;

  @Embedded private FileCounts files;

  @Column(updatable = false)
  private BigDecimal balance;

  @JdbcTypeCode(SqlTypes.ARRAY)
  @Column(name = "not_checked", nullable = false, updatable = false)
  private List<String> notChecked;

  protected Reconciliation() {}

  /**
   * What came of comparing voices.
   *
   * @param listed voices that the provider lists; null when it could not be asked
   * @param missing permanent clones of ours that are not among them
   * @param unknown voices among them that are not ours
   */
  @Embeddable
  public record VoiceCounts(
      @Column(name = "voices_listed", updatable = false) Integer listed,
      @Column(name = "clones_missing", updatable = false) int missing,
      @Column(name = "voices_unknown", updatable = false) int unknown) {

    public static final VoiceCounts NONE = new VoiceCounts(null, 0, 0);
  }

  /**
   * What came of comparing files.
   *
   * @param listed samples that the provider stores; null when it could not be asked
   * @param deleted samples of ours that were deleted after use
   * @param unknown files that are not ours, or could not be deleted
   */
  @Embeddable
  public record FileCounts(
      @Column(name = "files_listed", updatable = false) Integer listed,
      @Column(name = "files_deleted", updatable = false) int deleted,
      @Column(name = "files_unknown", updatable = false) int unknown) {

    public static final FileCounts NONE = new FileCounts(null, 0, 0);
  }

  /**
   * @param balance what the account can spend, in its currency; null when the provider does not say
   * @param notChecked what could not be compared and why, for example {@code files:1002}
   */
  public Reconciliation(
      Instant now,
      UUID accountId,
      ReconciliationResult result,
      VoiceCounts voices,
      FileCounts files,
      BigDecimal balance,
      List<String> notChecked) {
    super(now);
    this.accountId = accountId;
    this.result = result;
    this.voices = voices;
    this.files = files;
    this.balance = balance;
    this.notChecked = List.copyOf(notChecked);
  }

  public UUID getAccountId() {
    return accountId;
  }

  public ReconciliationResult getResult() {
    return result;
  }

  public VoiceCounts getVoices() {
    return voices;
  }

  public FileCounts getFiles() {
    return files;
  }

  public BigDecimal getBalance() {
    return balance;
  }

  public List<String> getNotChecked() {
    return List.copyOf(notChecked);
  }
}
