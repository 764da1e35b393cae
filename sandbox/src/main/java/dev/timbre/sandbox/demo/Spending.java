package dev.timbre.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What Timbre has booked, from its usage rows. */
final class Spending {
  private final Api admin;
  private BigDecimal seen;

  Spending(URI server, Cast cast) {
    this.admin = Api.withKey(server, cast.player(Cast.ADMIN).key());
    this.seen = BigDecimal.ZERO;
  }

  /** What was booked since this was last asked, with its currency. */
  String sinceLastTime() throws DemoFault {
    BigDecimal total = total();
    BigDecimal since = total.subtract(seen);
    seen = total;
    return since.signum() == 0 ? Story.FREE : plain(since) + " CNY";
  }

  BigDecimal total() throws DemoFault {
    return rows().stream()
        .map(row -> new BigDecimal(row.path("amount").path("amount").asText("0")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** All rows, the newest first. */
  List<JsonNode> rows() throws DemoFault {
    List<JsonNode> rows = new ArrayList<>();
    String after = "";
    do {
      JsonNode page = admin.get("usage?limit=100" + after);
      page.path("items").forEach(rows::add);
      after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : "";
    } while (!after.isEmpty());
    return rows;
  }

  static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
