package dev.timbre.provider.client.api;

import dev.timbre.provider.client.wire.account.Balance;
import dev.timbre.provider.client.wire.account.PlanRemains;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The money and the plan of an account. */
@RegisterRestClient(configKey = "minimax-account")
@RegisterProvider(ReplyMarks.class)
@RegisterProvider(AnswerReader.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public interface AccountApi extends AutoCloseable {

  @GET
  @Path("account/query_balance")
  Balance balance();

  @GET
  @Path("v1/token_plan/remains")
  PlanRemains plan();

  @Override
  void close();
}
