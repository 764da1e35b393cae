package dev.timbre.usage.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetMonth;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budgets. */
@Path("budgets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Budgets", description = "What clients may spend in a calendar month (UTC).")
public class BudgetsResource {

  @Inject BudgetRegister budgets;

  /** A new budget of a client that has none. */
  public record NewBudget(UUID client, MoneyBody monthlyLimit) {}

  /** A new limit, in the same currency. */
  public record BudgetChange(MoneyBody monthlyLimit) {}

  /**
   * A budget as callers see it, with the current month.
   *
   * @param held for calls under way, or whose outcome is unknown
   */
  public record BudgetBody(
      UUID id,
      UUID client,
      MoneyBody monthlyLimit,
      String month,
      MoneyBody spent,
      MoneyBody held,
      MoneyBody available) {}

  @POST
  @Operation(operationId = "createBudget", summary = "Give a client a monthly budget")
  @APIResponseSchema(value = BudgetBody.class, responseCode = "201")
  public Response create(NewBudget wanted) {
    MoneyBody limit = Given.required("monthlyLimit", Given.body(wanted).monthlyLimit());
    UUID client = Given.required("client", wanted.client());
    Budget budget = budgets.get(budgets.create(client, limit.toMoney("monthlyLimit")));
    return EntityTags.created("budgets", budget, body(budget));
  }

  /**
   * @param client only this client's budget
   */
  @GET
  @Operation(operationId = "listBudgets", summary = "List budgets with the current month")
  public PageBody<BudgetBody> list(
      @QueryParam("client") UUID client, @BeanParam PageParameters page) {
    if (client != null) {
      List<BudgetBody> own = budgets.findOfClient(client).map(this::body).stream().toList();
      return new PageBody<>(own, null);
    }
    return PageBody.of(budgets.page(page.request()), this::body);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getBudget", summary = "Read a budget with the current month")
  @APIResponseSchema(value = BudgetBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Budget budget = budgets.get(id);
    return EntityTags.ok(budget, body(budget));
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "updateBudget", summary = "Set a new monthly limit")
  @APIResponseSchema(value = BudgetBody.class, responseCode = "200")
  public Response update(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, BudgetChange change) {
    Long version = EntityTags.required(ifMatch);
    MoneyBody limit = Given.required("monthlyLimit", Given.body(change).monthlyLimit());
    budgets.limitTo(id, version, limit.toMoney("monthlyLimit"));
    return get(id);
  }

  private BudgetBody body(Budget budget) {
    BudgetMonth month = budgets.thisMonth(budget);
    return new BudgetBody(
        budget.getId(),
        budget.getClientId(),
        MoneyBody.of(budget.getLimit()),
        month.month().toString(),
        MoneyBody.of(month.spent()),
        MoneyBody.of(month.held()),
        MoneyBody.of(month.available()));
  }
}
