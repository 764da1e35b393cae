package dev.timbre.access.rest;

import dev.timbre.access.control.BrandRegister;
import dev.timbre.access.entity.Brand;
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
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Brands. */
@Path("brands")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Brands", description = "The lines of business that own voices.")
public class BrandsResource {

  @Inject BrandRegister brands;

  /**
   * A new brand.
   *
   * @param slug begins the alias of each of its voices and never changes
   */
  public record NewBrand(String slug, String name) {}

  /**
   * What is to change; absent parts stay.
   *
   * @param approvalsRequired how many different approvers a revision needs, 1 or 2
   */
  public record BrandChange(String name, Integer approvalsRequired) {}

  /** A brand as callers see it. */
  public record BrandBody(
      UUID id, String slug, String name, int approvalsRequired, Instant createdAt) {

    static BrandBody of(Brand brand) {
      return new BrandBody(
          brand.getId(),
          brand.getSlug(),
          brand.getName(),
          brand.getApprovalsRequired(),
          brand.getCreatedAt());
    }
  }

  @POST
  @Operation(operationId = "createBrand", summary = "Create a brand")
  @APIResponseSchema(value = BrandBody.class, responseCode = "201")
  public Response create(NewBrand wanted) {
    Given.body(wanted);
    Brand brand = brands.get(brands.create(wanted.slug(), wanted.name()));
    return EntityTags.created("brands", brand, BrandBody.of(brand));
  }

  @GET
  @Operation(operationId = "listBrands", summary = "List brands")
  public PageBody<BrandBody> list(@BeanParam PageParameters page) {
    return PageBody.of(brands.page(page.request()), BrandBody::of);
  }

  @GET
  @Path("{id}")
  @Operation(operationId = "getBrand", summary = "Read a brand")
  @APIResponseSchema(value = BrandBody.class, responseCode = "200")
  public Response get(@PathParam("id") UUID id) {
    Brand brand = brands.get(id);
    return EntityTags.ok(brand, BrandBody.of(brand));
  }

  @PATCH
  @Path("{id}")
  @Operation(operationId = "updateBrand", summary = "Rename a brand, or change its policy")
  @APIResponseSchema(value = BrandBody.class, responseCode = "200")
  public Response update(
      @PathParam("id") UUID id, @HeaderParam("If-Match") String ifMatch, BrandChange change) {
    Long version = EntityTags.required(ifMatch);
    Given.body(change);
    brands.update(id, version, change.name(), change.approvalsRequired());
    return get(id);
  }
}
