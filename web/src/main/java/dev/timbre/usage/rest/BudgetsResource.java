package dev.timbre.usage.rest;

import dev.timbre.platform.rest.EntityTags;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.MoneyBody;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.platform.rest.PageParameters;
import dev.timbre.usage.control.BudgetRegister;
import dev.timbre.usage.entity.Budget;
import dev.timbre.usage.entity.BudgetPeriod;
import dev.timbre.usage.entity.BudgetStanding;
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
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Budgets. */
@Path("budgets")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Budgets", description = "What clients and brands may spend, each month or in total.")
public class BudgetsResource {

  @Inject BudgetRegister budgets;

  /**
   * A new budget, of either a client or a brand.
   *
   * @param period month or total; absent for month
   * @param zone whose months count, for example Asia/Shanghai; absent for UTC; it stays
   * @param limit in money
   * @param monthlyLimit the same, as earlier callers name it
   * @param limitCharacters most billed characters; absent for any number
   * @param alerts percentages of the limit at which somebody is told; absent for 50, 80 and 100
   */
  public record NewBudget(
      UUID client,
      UUID brand,
      String period,
      String zone,
      MoneyBody limit,
      MoneyBody monthlyLimit,
      Long limitCharacters,
      Set<Integer> alerts) {

    BudgetRegister.Limits limits() {
      return BudgetsResource.limits(limit, monthlyLimit, limitCharacters, false, alerts);
    }
  }

  /**
   * New limits, in the same currency.
   *
   * @param monthlyLimit the same as limit, as earlier callers name it
   * @param limitCharacters absent, it stays as it is
   * @param anyCharacters true lifts the limit of characters, whatever limitCharacters says
   * @param alerts absent, they stay as they are
   */
  public record BudgetChange(
      MoneyBody limit,
      MoneyBody monthlyLimit,
      Long limitCharacters,
      Boolean anyCharacters,
      Set<Integer> alerts) {

    BudgetRegister.Limits limits() {
      boolean any = Boolean.TRUE.equals(anyCharacters);
      boolean stay = !any && limitCharacters == null;
      return BudgetsResource.limits(
          limit, monthlyLimit, any ? null : limitCharacters, stay, alerts);
    }
  }

  /**
   * A budget as callers see it, with the current period.
   *
   * @param monthlyLimit the limit of a monthly budget, as earlier callers read it
   * @param month of a monthly budget, for example 2026-03
   * @param held for calls under way, or whose outcome is unknown
   * @param forecast what the month will have cost at its end if it goes on like this
   */
  public record BudgetBody(
      UUID id,
      UUID client,
      UUID brand,
      String period,
      String zone,
      MoneyBody limit,
      MoneyBody monthlyLimit,
      String month,
      MoneyBody spent,
      MoneyBody held,
      MoneyBody available,
      Long limitCharacters,
      long spentCharacters,
      long heldCharacters,
      MoneyBody forecast,
      Set<Integer> alerts) {}

  private static BudgetRegister.Limits limits(
      MoneyBody limit,
      MoneyBody monthlyLimit,
      Long characters,
      boolean charactersStay,
      Set<Integer> alerts) {
    String field = limit == null ? "monthlyLimit" : "limit";
    MoneyBody given = Given.required(field, limit == null ? monthlyLimit : limit);
    if (alerts != null) {
      alerts.forEach(percent -> Given.required("alerts", percent));
    }
    return new BudgetRegister.Limits(given.toMoney(field), characters, charactersStay, alerts);
  }

  @POST
  @Operation(operationId = "createBudget", summary = "Give a client or a brand a budget")
  @APIResponseSchema(value = BudgetBody.class, responseCode = "201")
  public Response create(NewBudget wanted) {
    BudgetRegister.Limits limits = Given.body(wanted).limits();
    BudgetPeriod period = Given.constant("period", wanted.period(), BudgetPeriod.class);
    if (wanted.brand() == null) {
      Given.required("client", wanted.client());
    }
    UUID id =
        budgets.create(
            new Budget.Owner(wanted.client(), wanted.brand()),
            period == null ? BudgetPeriod.MONTH : period,
            wanted.zone(),
            limits);
    Budget budget = budgets.get(id);
    return EntityTags.created("budgets", budget, body(budget));
  }

  /**
   * @param client only this client's budgets
   * @param brand only this brand's budgets
   */
  @GET
  @Operation(operationId = "listBudgets", summary = "List budgets with the current period")
  public PageBody<BudgetBody> list(
      @QueryParam("client") UUID client,
      @QueryParam("brand") UUID brand,
      @BeanParam PageParameters page) {
    Budget.Owner owner = client == null && brand == null ? null : new Budget.Owner(client, brand);
    return PageBody.of(budgets.page(owner, page.request()), this::body);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getBudget", summary = "Read a budget with the current period")
  @APIResponseSchema(value = BudgetBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Budget budget = budgets.get(id);
    return EntityTags.ok(budget, body(budget));
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "updateBudget", summary = "Set new limits")
  @APIResponseSchema(value = BudgetBody.class, responseCode = "200")
  public Response update(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, BudgetChange change) {
    Long version = EntityTags.required(ifMatch);
    budgets.limitTo(id, version, Given.body(change).limits());
    return get(id);
  }

  private BudgetBody body(Budget budget) {
    BudgetStanding standing = budgets.standing(budget);
    boolean monthly = budget.getPeriod() == BudgetPeriod.MONTH;
    MoneyBody limit = MoneyBody.of(budget.getLimit());
    return new BudgetBody(
        budget.getId(),
        budget.getOwner().clientId(),
        budget.getOwner().brandId(),
        Given.name(budget.getPeriod()),
        budget.getZone().getId(),
        limit,
        monthly ? limit : null,
        monthly ? standing.period() : null,
        MoneyBody.of(standing.spent()),
        MoneyBody.of(standing.held()),
        MoneyBody.of(standing.available()),
        budget.getCharacterLimit(),
        standing.spentCharacters(),
        standing.heldCharacters(),
        MoneyBody.of(budgets.forecast(budget).orElse(null)),
        budget.getAlerts());
  }
}
