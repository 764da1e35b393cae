package dev.timbre.usage.rest;

import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.usage.entity.Usage;
import jakarta.inject.Inject;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What was consumed. */
@Path("usage")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Usage", description = "What was consumed, and at which price.")
public class UsageResource {

  @Inject BudgetRegister budgets;

  /**
   * One row.
   *
   * @param unit character, preview_character or voice
   */
  public record UsageBody(
      UUID id,
      UUID client,
      UUID brand,
      UUID voice,
      @JsonbProperty("clone") UUID cloneId,
      UUID speech,
      String unit,
      long quantity,
      int priceVersion,
      MoneyBody amount,
      Instant createdAt) {

    static UsageBody of(Usage usage) {
      return new UsageBody(
          usage.getId(),
          usage.getClientId(),
          usage.getBrandId(),
          usage.getVoiceId(),
          usage.getCloneId(),
          usage.getSpeechId(),
          Given.name(usage.getUnit()),
          usage.getQuantity(),
          usage.getPriceVersion(),
          MoneyBody.of(usage.getAmount()),
          usage.getCreatedAt());
    }
  }

  @GET
  @Operation(operationId = "listUsage", summary = "List what was consumed")
  public PageBody<UsageBody> list(
      @QueryParam("client") UUID client,
      @QueryParam("voice") UUID voice,
      @BeanParam PageParameters page) {
    return PageBody.of(budgets.usage(client, voice, page.request()), UsageBody::of);
  }
}
