package dev.timbre.sandbox.image;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.Allowance;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.LedgerEntry;
import dev.timbre.sandbox.model.MediaLinks;
import dev.timbre.sandbox.model.Purse;
import dev.timbre.sandbox.model.StandInPrices;
import dev.timbre.sandbox.model.Triggers;
import dev.timbre.sandbox.model.World;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;

/** Makes images, in one call. */
public final class ImageHandler {
  /** Room for one subject of 10 MB in base64. */
  private static final int MAX_BODY_BYTES = 32 << 20;

  private static final Duration LINK_LIFE = Duration.ofHours(24);

  private final Allowance allowance;
  private final MediaLinks links;
  private final World world;

  public ImageHandler(Allowance allowance, MediaLinks links, World world) {
    this.allowance = allowance;
    this.links = links;
    this.world = world;
  }

  public void addTo(Router router) {
    router.add("POST", "/v1/image_generation", this::generate);
  }

  private Answer generate(Call call) throws IOException {
    ImageRequest request = ImageRequest.read(call.json(MAX_BODY_BYTES));
    allowance.admitRequest(call.account(), call.key(), Allowance.Family.IMAGE, request.model());
    allowance.admitQuantity(
        call.account(), call.key(), Allowance.Family.IMAGE, request.model(), request.count());
    allowance.requireFunds(call.account(), Purse.of(call.key()));
    Triggers.check(request.prompt());
    int failed = Math.min(request.count(), Triggers.blocked(request.prompt()));
    int made = request.count() - failed;
    if (made == 0) {
      throw Code.INPUT_SENSITIVE.refusal();
    }
    ObjectNode answer = Call.object().put("id", call.traceId());
    draw(request, made, answer.putObject("data"));
    answer
        .putObject("metadata")
        .put("success_count", Integer.toString(made))
        .put("failed_count", Integer.toString(failed));
    world.charge(
        new LedgerEntry(
            world.now(),
            call.account().name(),
            LedgerEntry.Kind.IMAGE,
            null,
            request.model(),
            made,
            StandInPrices.images(made),
            Purse.of(call.key())));
    return Answer.success(answer);
  }

  private void draw(ImageRequest request, int count, ObjectNode data) throws IOException {
    ArrayNode list = data.putArray(request.asBase64() ? "image_base64" : "image_urls");
    for (int i = 0; i < count; i++) {
      Painting painting = new Painting(request.prompt(), request.seed() + i, request.tint());
      byte[] jpeg = Jpeg.encode(painting.draw(request.size().width(), request.size().height()));
      list.add(
          request.asBase64()
              ? Base64.getEncoder().encodeToString(jpeg)
              : links.publish(jpeg, "jpeg", LINK_LIFE));
    }
  }
}
