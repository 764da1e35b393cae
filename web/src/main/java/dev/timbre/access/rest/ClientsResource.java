package dev.timbre.access.rest;

import dev.timbre.access.control.ClientRegister;
import dev.timbre.access.entity.Client;
import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Clients. */
@Path("clients")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Clients", description = "Internal systems that speak.")
public class ClientsResource {

  @Inject ClientRegister clients;

  /**
   * A new client.
   *
   * @param brands whose voices it may use; at least one
   */
  public record NewClient(String name, Set<UUID> brands) {}

  /** What is to change; absent parts stay. */
  public record ClientChange(String name, Set<UUID> brands, Boolean disabled) {}

  /**
   * A client as callers see it.
   *
   * @param voices the only ones it may speak with; empty for all of its brands
   * @param networks from where its keys open anything; empty for everywhere
   * @param requestsPerMinute on all nodes together; absent for no limit
   * @param console whether it is the one under which people speak from the console
   */
  public record ClientBody(
      UUID id,
      String name,
      Set<UUID> brands,
      Set<UUID> voices,
      Set<String> networks,
      Integer requestsPerMinute,
      boolean console,
      boolean disabled,
      Instant createdAt) {

    static ClientBody of(Client client) {
      return new ClientBody(
          client.getId(),
          client.getName(),
          client.getBrandIds(),
          client.getBounds().voiceIds(),
          client.getBounds().networks(),
          client.getBounds().requestsPerMinute(),
          client.isConsole(),
          client.isDisabled(),
          client.getCreatedAt());
    }
  }

  @POST
  @Operation(operationId = "createClient", summary = "Register a client")
  @APIResponseSchema(value = ClientBody.class, responseCode = "201")
  public Response create(NewClient wanted) {
    Given.body(wanted);
    Client client = clients.get(clients.create(wanted.name(), wanted.brands()));
    return EntityTags.created("clients", client, ClientBody.of(client));
  }

  @GET
  @Operation(operationId = "listClients", summary = "List clients")
  public PageBody<ClientBody> list(@BeanParam PageParameters page) {
    return PageBody.of(clients.page(page.request()), ClientBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getClient", summary = "Read a client")
  @APIResponseSchema(value = ClientBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Client client = clients.get(id);
    return EntityTags.ok(client, ClientBody.of(client));
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "updateClient", summary = "Change or disable a client")
  @APIResponseSchema(value = ClientBody.class, responseCode = "200")
  public Response update(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, ClientChange change) {
    Long version = EntityTags.required(ifMatch);
    Given.body(change);
    clients.update(id, version, change.name(), change.brands(), change.disabled());
    return get(id);
  }

  /**
   * What bounds a client besides its brands.
   *
   * @param networks CIDR, IPv4 or IPv6; empty or absent for everywhere
   * @param voices the only ones it may speak with; empty or absent for all of its brands
   * @param requestsPerMinute on all nodes together; absent for no limit
   */
  public record NewBounds(Set<String> networks, Set<UUID> voices, Integer requestsPerMinute) {

    Client.Bounds toBounds() {
      return new Client.Bounds(
          Given.all("networks", networks), Given.all("voices", voices), requestsPerMinute);
    }
  }

  @PUT
  @Path("{id}/bounds")
  @Operation(operationId = "confineClient", summary = "Set a client's networks, voices and rate")
  @APIResponseSchema(value = ClientBody.class, responseCode = "200")
  public Response confine(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, NewBounds bounds) {
    Long version = EntityTags.required(ifMatch);
    clients.confine(id, version, Given.body(bounds).toBounds());
    return get(id);
  }
}
