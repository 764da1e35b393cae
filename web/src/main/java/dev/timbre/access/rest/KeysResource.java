package dev.timbre.access.rest;

import dev.timbre.access.control.ApiKeys;
import dev.timbre.access.entity.ApiKey;
import dev.timbre.access.entity.ApiKeySecret;
import dev.timbre.access.entity.Scope;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** API keys. */
@Path("keys")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Keys", description = "API keys of clients and of people.")
public class KeysResource {

  @Inject ApiKeys keys;

  /**
   * A new key, for either a client or a person.
   *
   * @param scopes of a client's key, for example speech; a person's key has that person's roles
   * @param expiresAt RFC 3339; absent for no end
   */
  public record NewKey(
      String label, UUID client, UUID person, Set<String> scopes, String expiresAt) {}

  /**
   * A key as callers see it.
   *
   * @param replaces the key in whose place it was made
   * @param secret the key itself, only in the answer that made it
   */
  public record KeyBody(
      UUID id,
      String label,
      String prefix,
      UUID client,
      UUID person,
      Set<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      Instant revokedAt,
      Instant lastUsedAt,
      UUID replaces,
      String secret) {

    static KeyBody of(ApiKey key) {
      return of(key, null);
    }

    static KeyBody of(ApiKey key, String secret) {
      return new KeyBody(
          key.getId(),
          key.getLabel(),
          key.getPrefix(),
          key.getClientId(),
          key.getPersonId(),
          key.getScopes(),
          key.getCreatedAt(),
          key.getExpiresAt(),
          key.getRevokedAt(),
          key.getLastUsedAt(),
          key.getReplacesId(),
          secret);
    }

    @Override
    public String toString() {
      return "KeyBody[" + id + "]";
    }
  }

  @POST
  @Operation(operationId = "createKey", summary = "Issue an API key, shown only in this answer")
  @APIResponseSchema(value = KeyBody.class, responseCode = "201")
  public Response create(NewKey wanted) {
    Given.body(wanted);
    Set<Scope> scopes =
        wanted.scopes() == null
            ? Set.of()
            : wanted.scopes().stream().map(Scope::of).collect(Collectors.toSet());
    ApiKeys.Issued issued =
        keys.issue(
            new ApiKeys.Order(
                wanted.label(),
                wanted.client(),
                wanted.person(),
                scopes,
                Given.instant("expiresAt", wanted.expiresAt())));
    return created(issued);
  }

  private Response created(ApiKeys.Issued issued) {
    ApiKey key = keys.get(issued.id());
    String secret = issued.secret().map(ApiKeySecret::reveal).orElse(null);
    return EntityTags.created("keys", key, KeyBody.of(key, secret));
  }

  /**
   * How a key is replaced.
   *
   * @param overlap seconds that the old key lives on; absent for one day
   * @param expiresAt when the new one ends, RFC 3339; absent for no end
   */
  public record Rotation(Long overlap, String expiresAt) {}

  @POST
  @Path("{id}/rotation")
  @Operation(
      operationId = "rotateKey",
      summary = "Replace an API key; the old one ends after an overlap")
  @APIResponseSchema(value = KeyBody.class, responseCode = "201")
  public Response rotate(@PathParam("id") UUID id, Rotation wanted) {
    Given.body(wanted);
    Duration overlap =
        wanted.overlap() == null ? Duration.ofDays(1) : Duration.ofSeconds(wanted.overlap());
    return created(keys.rotate(id, overlap, Given.instant("expiresAt", wanted.expiresAt())));
  }

  @GET
  @Operation(operationId = "listKeys", summary = "List API keys, never their secrets")
  public PageBody<KeyBody> list(
      @QueryParam("client") UUID client,
      @QueryParam("person") UUID person,
      @BeanParam PageParameters page) {
    return PageBody.of(keys.page(client, person, page.request()), KeyBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getKey", summary = "Read what is known of an API key")
  public KeyBody get(@PathParam("id") UUID id) {
    return KeyBody.of(keys.get(id));
  }

  @DELETE
  @Path("{id}")
  @Operation(operationId = "revokeKey", summary = "Revoke an API key at once")
  @APIResponse(responseCode = "204")
  public Response revoke(@PathParam("id") UUID id) {
    keys.revoke(id);
    return Response.noContent().build();
  }
}
