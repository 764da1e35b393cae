package dev.timbre.provider.client;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;

/** Puts an account's key, and its group if it has one, on every request. */
final class AccountFilter implements ClientRequestFilter {

  private final ProviderEndpoint endpoint;

  AccountFilter(ProviderEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, authorization(endpoint));
    endpoint
        .groupId()
        .ifPresent(
            group ->
                request.setUri(
                    UriBuilder.fromUri(request.getUri()).queryParam("GroupId", group).build()));
  }

  static String authorization(ProviderEndpoint endpoint) {
    return "Bearer " + endpoint.key().secret();
  }
}
