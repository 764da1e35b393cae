package dev.timbre.consent.rest;

import dev.timbre.consent.control.StatementTexts;
import dev.timbre.consent.entity.ConsentStatement;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What brands ask talents to read aloud. */
@Path("consent-statements")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Captures", description = "Asking talents for their consent through links.")
public class StatementsResource {

  @Inject StatementTexts statements;

  /**
   * A statement of a brand in a language.
   *
   * @param locale BCP 47; its primary language counts
   * @param text with at least the places {talent} and {nonce}
   */
  public record NewStatement(UUID brand, String locale, String text) {}

  /** A version of a statement as callers see it. */
  public record StatementBody(
      UUID id, UUID brand, String locale, int number, String text, Instant createdAt) {

    static StatementBody of(ConsentStatement s) {
      return new StatementBody(
          s.getId(), s.getBrandId(), s.getLocale(), s.getNumber(), s.getText(), s.getCreatedAt());
    }
  }

  @POST
  @Operation(
      operationId = "addStatement",
      summary = "Add a version of what talents read aloud in a language")
  @APIResponseSchema(value = StatementBody.class, responseCode = "201")
  public Response add(NewStatement wanted) {
    Given.body(wanted);
    UUID id =
        statements.add(
            Given.required("brand", wanted.brand()),
            Given.required("locale", wanted.locale()),
            wanted.text());
    ConsentStatement statement = statements.get(id);
    return EntityTags.created("consent-statements", statement, StatementBody.of(statement));
  }

  @GET
  @Operation(operationId = "listStatements", summary = "List the versions of statements")
  public PageBody<StatementBody> list(
      @QueryParam("brand") UUID brand, @BeanParam PageParameters page) {
    return PageBody.of(statements.page(brand, page.request()), StatementBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getStatement", summary = "Read one version of a statement")
  public StatementBody get(@PathParam("id") UUID id) {
    return StatementBody.of(statements.get(id));
  }
}
