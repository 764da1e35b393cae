package dev.timbre.access.entity;

import dev.timbre.platform.entity.Identified;
import dev.timbre.platform.entity.Texts;
import dev.timbre.platform.error.Invalid;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.regex.Pattern;

/** The line of business that owns voices. Its slug begins the alias of each of them. */
@Entity
@Table(name = "brand")
public class Brand extends Identified {

  private static final long serialVersionUID = 1L;
  public static final int NAME_LENGTH = 120;
  public static final int MOST_APPROVALS = 2;
  private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,30}");

  @Column(nullable = false, updatable = false, unique = true)
  private String slug;

  @Column(nullable = false, length = NAME_LENGTH)
  private String name;

  @Column(name = "approvals_required", nullable = false)
  private int approvalsRequired = 1;

  protected Brand() {}

  /**
   * @param slug lower-case letters, digits and hyphens, 2 to 31 characters; never changes
   */
  public Brand(Instant now, String slug, String name) {
    super(now);
    if (slug == null || !SLUG.matcher(slug).matches()) {
      throw new Invalid(
          "brand-slug-malformed",
          "slug must be 2 to 31 lower-case letters, digits or hyphens and begin with a letter;"
              + " it begins the alias of every voice of the brand.");
    }
    this.slug = slug;
    rename(name);
  }

  public void rename(String newName) {
    this.name = Texts.required("name", newName, NAME_LENGTH);
  }

  /**
   * @param approvers how many different people approve a revision before it is cloned, 1 or 2
   */
  public void requireApprovals(int approvers) {
    if (approvers < 1 || approvers > MOST_APPROVALS) {
      throw new Invalid(
              "approvals-out-of-range",
              "approvalsRequired is "
                  + approvers
                  + "; a brand asks for 1 or 2 approvers beside the one who submits.")
          .about(approvers);
    }
    this.approvalsRequired = approvers;
  }

  public int getApprovalsRequired() {
    return approvalsRequired;
  }

  public String getSlug() {
    return slug;
  }

  public String getName() {
    return name;
  }
}
