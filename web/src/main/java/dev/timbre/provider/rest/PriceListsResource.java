package dev.timbre.provider.rest;

import dev.timbre.platform.error.Invalid;
import dev.timbre.platform.rest.Given;
import dev.timbre.platform.rest.PageBody;
import dev.timbre.provider.control.ProviderAccountRegister;
import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.Prices;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What provider accounts charge, from when on. */
@Path("provider-accounts/{id}/prices")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Provider accounts", description = "Where voices are cloned and speak.")
public class PriceListsResource {

  @Inject ProviderAccountRegister accounts;

  /**
   * What an account charges, as decimal strings.
   *
   * @param hd ten thousand characters with an hd model
   * @param turbo ten thousand characters with any other model
   * @param voiceFee once per voice, at its first speech
   */
  public record PricesBody(String currency, String hd, String turbo, String voiceFee) {

    static PricesBody of(Prices prices) {
      return new PricesBody(
          prices.getCurrency(),
          text(prices.getHd()),
          text(prices.getTurbo()),
          text(prices.getVoiceFee()));
    }

    private static String text(BigDecimal price) {
      return price.stripTrailingZeros().toPlainString();
    }

    Prices toPrices() {
      return new Prices(
          currency,
          decimal("prices.hd", hd),
          decimal("prices.turbo", turbo),
          decimal("prices.voiceFee", voiceFee));
    }

    private static BigDecimal decimal(String field, String text) {
      if (text == null || !text.matches("\\d{1,9}(\\.\\d{1,6})?")) {
        throw new Invalid(
            "amount-malformed", field + " must be a decimal string of at least 0, like \"3.50\".");
      }
      return new BigDecimal(text);
    }
  }

  /**
   * A new price list.
   *
   * @param validFrom RFC 3339, not in the past and not before the last list begins; absent for now
   */
  public record NewPriceList(String validFrom, PricesBody prices) {}

  /**
   * A price list as callers see it.
   *
   * @param version what usage names
   * @param validFrom absent for the first list, which is valid since always
   */
  public record PriceListBody(UUID id, int version, Instant validFrom, PricesBody prices) {

    static PriceListBody of(PriceList list) {
      return new PriceListBody(
          list.getId(),
          list.getNumber(),
          list.isFromTheBeginning() ? null : list.getValidFrom(),
          PricesBody.of(list.getPrices()));
    }
  }

  @GET
  @Operation(operationId = "listPriceLists", summary = "List what an account charges, newest first")
  public PageBody<PriceListBody> list(@PathParam("id") UUID id) {
    List<PriceListBody> lists =
        accounts.get(id).getPriceLists().stream()
            .sorted(Comparator.comparingInt(PriceList::getNumber).reversed())
            .map(PriceListBody::of)
            .toList();
    return new PageBody<>(lists, null);
  }

  @POST
  @Operation(operationId = "addPriceList", summary = "Add a price list, valid from a moment on")
  @APIResponseSchema(value = PriceListBody.class, responseCode = "201")
  public Response add(@PathParam("id") UUID id, NewPriceList wanted) {
    Prices prices = Given.required("prices", Given.body(wanted).prices()).toPrices();
    UUID made = accounts.addPrices(id, Given.instant("validFrom", wanted.validFrom()), prices);
    ProviderAccount account = accounts.get(id);
    PriceListBody body =
        account.getPriceLists().stream()
            .filter(list -> list.getId().equals(made))
            .findFirst()
            .map(PriceListBody::of)
            .orElseThrow();
    return Response.created(URI.create("/api/v1/provider-accounts/" + id + "/prices"))
        .entity(body)
        .build();
  }
}
