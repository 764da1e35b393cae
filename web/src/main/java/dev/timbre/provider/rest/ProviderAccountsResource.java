package dev.timbre.provider.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.provider.control.ProviderAccountRegister;
import dev.timbre.provider.control.ProviderCheck;
import dev.timbre.provider.entity.Dialect;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Provider accounts. */
@Path("provider-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Provider accounts", description = "Where voices are cloned and speak.")
public class ProviderAccountsResource {

  @Inject ProviderAccountRegister accounts;
  @Inject ProviderCheck check;
  @Inject Clock clock;

  /**
   * How an account is reached.
   *
   * @param keyReference names the configuration property timbre.provider.key.&lt;reference&gt;
   */
  public record AccountChange(
      String name,
      String dialect,
      String baseUrl,
      String keyReference,
      String groupId,
      Set<String> downloadHosts,
      PriceListsResource.PricesBody prices) {

    ProviderAccount.Connection connection() {
      return new ProviderAccount.Connection(baseUrl, keyReference, groupId, downloadHosts);
    }
  }

  /** An account as callers see it; never its key. */
  public record AccountBody(
      UUID id,
      String name,
      String dialect,
      String baseUrl,
      String keyReference,
      String groupId,
      Set<String> downloadHosts,
      boolean preferred,
      PriceListsResource.PricesBody prices,
      int priceVersion,
      Instant checkedAt,
      String checkResult,
      Instant createdAt) {

    static AccountBody of(ProviderAccount a, Instant now) {
      PriceList inForce = a.pricesAt(now);
      return new AccountBody(
          a.getId(),
          a.getName(),
          Given.name(a.getDialect()),
          a.getBaseUrl(),
          a.getKeyReference(),
          a.getGroupId(),
          a.getDownloadHosts(),
          a.isPreferred(),
          PriceListsResource.PricesBody.of(inForce.getPrices()),
          inForce.getNumber(),
          a.getCheckedAt(),
          a.getCheckResult(),
          a.getCreatedAt());
    }
  }

  @POST
  @Operation(operationId = "createProviderAccount", summary = "Add a provider account")
  @APIResponseSchema(value = AccountBody.class, responseCode = "201")
  public Response create(AccountChange wanted) {
    Given.body(wanted);
    Dialect dialect = Given.constant("dialect", wanted.dialect(), Dialect.class);
    UUID id =
        accounts.create(
            wanted.name(),
            dialect == null ? Dialect.MINIMAX : dialect,
            wanted.connection(),
            Given.required("prices", wanted.prices()).toPrices());
    ProviderAccount account = accounts.get(id);
    return EntityTags.created("provider-accounts", account, body(account));
  }

  @GET
  @Operation(operationId = "listProviderAccounts", summary = "List provider accounts")
  public PageBody<AccountBody> list(@BeanParam PageParameters page) {
    return PageBody.of(accounts.page(page.request()), this::body);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getProviderAccount", summary = "Read a provider account")
  @APIResponseSchema(value = AccountBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    ProviderAccount account = accounts.get(id);
    return EntityTags.ok(account, body(account));
  }

  @PUT
  @Path("{id}")
  @Operation(operationId = "replaceProviderAccount", summary = "Replace connection and prices")
  @APIResponseSchema(value = AccountBody.class, responseCode = "200")
  public Response update(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, AccountChange change) {
    Long version = EntityTags.required(ifMatch);
    accounts.update(
        id,
        version,
        Given.body(change).name(),
        change.connection(),
        Given.required("prices", change.prices()).toPrices());
    return get(id);
  }

  /** New clones go to this account from now on. */
  @POST
  @Path("{id}/preference")
  @Operation(operationId = "preferProviderAccount", summary = "Send new clones to this account")
  @APIResponseSchema(value = AccountBody.class, responseCode = "200")
  public Response prefer(@PathParam("id") UUID id) {
    accounts.prefer(id);
    return get(id);
  }

  /** Asks the provider whether it answers. */
  @POST
  @Path("{id}/check")
  @Operation(operationId = "checkProviderAccount", summary = "Ask the provider whether it answers")
  @APIResponseSchema(value = AccountBody.class, responseCode = "200")
  @APIResponse(responseCode = "502", ref = "UpstreamFailure")
  public Response check(@PathParam("id") UUID id) {
    ProviderAccount account = check.check(id);
    return EntityTags.ok(account, body(account));
  }

  private AccountBody body(ProviderAccount account) {
    return AccountBody.of(account, clock.instant());
  }
}
