package dev.timbre.sandbox.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RouterTest {
  private static final Endpoint LIST = call -> Answer.json(200, Call.object());
  private static final Endpoint ONE = call -> Answer.json(200, Call.object());
  private static final Endpoint CANCEL = call -> Answer.json(200, Call.object());
  private static final Endpoint SPECIAL = call -> Answer.json(200, Call.object());

  private final Router router =
      new Router()
          .add("GET", "/v1/batches", LIST)
          .add("GET", "/v1/batches/{id}", ONE)
          .add("POST", "/v1/batches/{id}/cancel", CANCEL)
          .add("GET", "/v1/batches/special", SPECIAL);

  private Endpoint found(String method, String path) {
    return router.find(method, path).orElseThrow().route().endpoint();
  }

  @Test
  void template_yieldsItsParameters() {
    assertThat(found("GET", "/v1/batches/b7")).isSameAs(ONE);
    assertThat(router.find("POST", "/v1/batches/b7/cancel").orElseThrow().parameters())
        .isEqualTo(Map.of("id", "b7"));
  }

  @Test
  void exactPath_goesBeforeATemplate() {
    assertThat(found("GET", "/v1/batches/special")).isSameAs(SPECIAL);
    assertThat(found("GET", "/v1/batches")).isSameAs(LIST);
  }

  @Test
  void otherMethodsAndShapes_areNotFound() {
    assertThat(router.find("DELETE", "/v1/batches/b7")).isEmpty();
    assertThat(router.find("GET", "/v1/batches/")).isEmpty();
    assertThat(router.find("GET", "/v1/batches/b7/cancel")).isEmpty();
    assertThat(router.find("GET", "/v1/batches/b7/x")).isEmpty();
  }
}
