package dev.timbre.sandbox.account;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.GivenMedia;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.image.ImageFile;
import dev.timbre.sandbox.model.Account;
import dev.timbre.sandbox.model.LedgerEntry.Kind;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Shows an account's money and subscription, and serves the extras of a subscription. */
public final class AccountHandler {
  private static final int MAX_BODY_BYTES = 32 << 20;
  private static final String NONE = "0.00";
  private static final int RESULTS = 3;

  private final World world;

  public AccountHandler(World world) {
    this.world = world;
  }

  public void addTo(Router router) {
    router
        .add("GET", "/account/query_balance", this::balance)
        .add("GET", "/v1/token_plan/remains", this::remains)
        .add("POST", "/v1/coding_plan/search", this::search)
        .add("POST", "/v1/coding_plan/vlm", this::look);
  }

  /** The money that was paid in; there are neither vouchers nor credit here. */
  private Answer balance(Call call) {
    Account account = world.account(call.account().name()).orElse(call.account());
    BigDecimal money = account.balance();
    String left = money.signum() > 0 ? money.toPlainString() : NONE;
    return Answer.success(
        Call.object()
            .put("available_amount", left)
            .put("cash_balance", left)
            .put("voucher_balance", NONE)
            .put("credit_balance", NONE)
            .put("owed_amount", money.signum() < 0 ? money.negate().toPlainString() : NONE));
  }

  private Answer remains(Call call) {
    String name = call.account().name();
    PlanUsage usage =
        new PlanUsage(
            world.ledger().stream().filter(entry -> entry.account().equals(name)).toList(),
            world.now(),
            world.account(name).orElse(call.account()).planBalance().signum() > 0);
    List<Kind> general =
        Arrays.stream(Kind.values()).filter(k -> k != Kind.FEE && k != Kind.VIDEO).toList();
    ObjectNode answer = Call.object();
    answer
        .putArray("model_remains")
        .add(usage.of("general", general))
        .add(usage.of("video", List.of(Kind.VIDEO)));
    return Answer.success(answer);
  }

  /** Finds made-up pages, always the same for the same question. */
  private Answer search(Call call) throws IOException {
    String question = call.json().requireText("q");
    Triggers.check(question);
    String path = URLEncoder.encode(question, StandardCharsets.UTF_8);
    ObjectNode answer = Call.object();
    ArrayNode organic = answer.putArray("organic");
    for (int i = 1; i <= RESULTS; i++) {
      organic
          .addObject()
          .put("title", question + " (" + i + ")")
          .put("link", "https://pages.example/" + path + "/" + i)
          .put("snippet", "Page " + i + " that the sandbox made up about " + question + ".")
          .put("date", "");
    }
    answer.putArray("related_searches").addObject().put("query", "more about " + question);
    return Answer.success(answer);
  }

  /** Says of a picture what its file says; the sandbox sees nothing. */
  private Answer look(Call call) throws IOException {
    Fields fields = call.json(MAX_BODY_BYTES);
    Triggers.check(fields.requireText("prompt"));
    GivenMedia media = GivenMedia.parse(fields, "image_url", fields.requireText("image_url"));
    String content = "A picture behind a link, which the sandbox does not follow.";
    if (media.bytes().isPresent()) {
      ImageFile file =
          ImageFile.of(media.bytes().get())
              .orElseThrow(() -> fields.refusal("image_url", "is no jpeg, png or webp picture"));
      content =
          "A %s picture of %d by %d pixels.".formatted(file.format(), file.width(), file.height());
    }
    return Answer.success(Call.object().put("content", content));
  }
}
