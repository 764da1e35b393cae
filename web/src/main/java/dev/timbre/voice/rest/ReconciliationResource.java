package dev.timbre.voice.rest;

import dev.timbre.platform.control.OperationCatalogue;
import dev.timbre.platform.error.NotFound;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.OperationsResource.OperationBody;
import dev.timbre.voice.control.reconciliation.ReconciliationOrders;
import dev.timbre.voice.entity.Reconciliation;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Comparisons of the registry with provider accounts. */
@Path("provider-accounts/{id}/reconciliation")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "Provider accounts")
public class ReconciliationResource {

  @Inject ReconciliationOrders orders;
  @Inject OperationCatalogue operations;

  /**
   * What the last comparison found.
   *
   * @param result complete, partial, unverifiable (the dialect cannot list voices) or failed
   * @param voicesListed absent when the provider could not be asked
   * @param filesListed absent when the provider could not be asked
   * @param balance in the account's currency; absent when the provider does not say
   * @param notChecked what could not be compared and why, for example files:operation-unsupported
   */
  public record ReconciliationBody(
      UUID id,
      UUID account,
      Instant at,
      String result,
      Integer voicesListed,
      int clonesMissing,
      int voicesUnknown,
      Integer filesListed,
      int filesDeleted,
      int filesUnknown,
      String balance,
      List<String> notChecked) {

    static ReconciliationBody of(Reconciliation r) {
      return new ReconciliationBody(
          r.getId(),
          r.getAccountId(),
          r.getCreatedAt(),
          Given.name(r.getResult()),
          r.getVoices().listed(),
          r.getVoices().missing(),
          r.getVoices().unknown(),
          r.getFiles().listed(),
          r.getFiles().deleted(),
          r.getFiles().unknown(),
          r.getBalance() == null ? null : r.getBalance().stripTrailingZeros().toPlainString(),
          r.getNotChecked());
    }
  }

  /** Compares in the background; one that is under way already is answered instead. */
  @POST
  @Operation(operationId = "reconcileProviderAccount", summary = "Compare with the provider now")
  @APIResponseSchema(value = OperationBody.class, responseCode = "202")
  public Response order(@PathParam("id") UUID account) {
    UUID operation = orders.order(account);
    return Response.accepted(OperationBody.of(operations.get(operation)))
        .location(URI.create("operations/" + operation))
        .build();
  }

  @GET
  @Operation(operationId = "getReconciliation", summary = "Read what the last comparison found")
  public ReconciliationBody get(@PathParam("id") UUID account) {
    return orders
        .findLatest(account)
        .map(ReconciliationBody::of)
        .orElseThrow(
            () ->
                new NotFound(
                    "reconciliation-not-found", "The account was never compared; order it."));
  }
}
