package dev.timbre.consent.control;

import dev.timbre.access.control.Access;
import dev.timbre.access.entity.Role;
import dev.timbre.audit.control.AuditTrail;
import dev.timbre.audit.control.Audited;
import dev.timbre.audit.entity.AuditAction;
import dev.timbre.audit.entity.Change;
import dev.timbre.consent.entity.Captures;
import dev.timbre.consent.entity.ConsentScope;
import dev.timbre.consent.entity.ConsentStatement;
import dev.timbre.platform.control.Idempotency;
import dev.timbre.platform.entity.Page;
import dev.timbre.platform.entity.PageRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps what each brand asks talents to read aloud, in versions per language. */
@Stateless
@RolesAllowed({"curator", "approver", "auditor", "admin", "consents:write"})
public class StatementTexts {

  @Inject Captures captures;
  @Inject StatementWords words;
  @Inject Access access;
  @Inject Idempotency idempotency;
  @Inject AuditTrail trail;
  @Inject Clock clock;

  /**
   * Adds a version, which counts for whoever is asked from now on.
   *
   * @param locale BCP 47; its primary language counts
   * @throws dev.timbre.platform.error.Invalid when the text lacks a place or has an unknown one
   */
  @Audited(AuditAction.STATEMENT_ADD)
  @RolesAllowed({"curator", "consents:write"})
  public UUID add(UUID brandId, String locale, String text) {
    access.requireBrand(brandId, Role.CURATOR);
    return idempotency.once(
        () -> {
          int number = current(brandId, locale).map(ConsentStatement::getNumber).orElse(0) + 1;
          ConsentStatement statement =
              new ConsentStatement(clock.instant(), brandId, locale, number, text, access.actor());
          captures.add(statement);
          trail.done(
              AuditAction.STATEMENT_ADD,
              statement.getId(),
              Change.to("brand", brandId),
              Change.to("locale", statement.getLocale()),
              Change.to("number", number));
          return statement.getId();
        });
  }

  /** The version that counts for a brand in a language. */
  public Optional<ConsentStatement> current(UUID brandId, String locale) {
    return captures.findStatement(brandId, ConsentScope.primary(locale));
  }

  /** The version that counts of each brand and language that the caller may see. */
  public List<ConsentStatement> newest() {
    return captures.newestStatements(access.visibleBrands().orElse(null));
  }

  /** A text to begin with. */
  public String proposal(String locale) {
    return words.proposal(ConsentScope.primary(locale));
  }

  /**
   * Every version, the newest first.
   *
   * @param brandId null for all that the caller may see
   */
  public Page<ConsentStatement> page(UUID brandId, PageRequest request) {
    return captures.statements(access.visibleBrands().orElse(null), brandId, request);
  }

  public ConsentStatement get(UUID id) {
    ConsentStatement statement = captures.getStatement(id);
    if (!access.maySee(statement.getBrandId())) {
      throw Captures.noStatement(id);
    }
    return statement;
  }
}
