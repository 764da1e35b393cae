package dev.timbre.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.control.Monitoring.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {

  @Test
  void readings_areWrittenAsPrometheusReadsThem() {
    String text =
        MetricsEndpoint.text(
            List.of(
                new Reading(
                    "timbre_held", "Held.", "currency", Map.of("CNY", new BigDecimal("1E+1"))),
                new Reading("timbre_none", "None.", "kind", Map.of())));

    assertThat(text)
        .isEqualTo(
            "# HELP timbre_held Held.\n# TYPE timbre_held gauge\ntimbre_held{currency=\"CNY\"} 10\n"
                + "# HELP timbre_none None.\n# TYPE timbre_none gauge\n");
  }
}
