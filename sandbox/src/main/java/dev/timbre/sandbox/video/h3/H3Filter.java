package dev.timbre.sandbox.video.h3;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.model.Code;
import dev.timbre.sandbox.model.Task;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which tasks a list is to show, and which page of them.
 *
 * @param page from 1
 * @param ids empty for all
 */
record H3Filter(
    H3View view,
    int page,
    int size,
    List<String> ids,
    Optional<String> status,
    Optional<String> model,
    Optional<String> type) {
  private static final int USUAL_SIZE = 10;
  private static final int MAX_SIZE = 100;
  private static final int MAX_PAGE = 1_000_000;

  /** Reads the query; task ids may be repeated or separated by commas. */
  static H3Filter read(Call call, H3View view) {
    Map<String, Deque<String>> query = call.exchange().getQueryParameters();
    List<String> ids =
        Stream.ofNullable(query.get("filter.task_ids"))
            .flatMap(Deque::stream)
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .toList();
    return new H3Filter(
        view,
        number(call, "page_num", 1, MAX_PAGE),
        number(call, "page_size", USUAL_SIZE, MAX_SIZE),
        ids,
        one(call, "filter.status", H3View.STATUSES),
        one(call, "filter.model", H3Model.wireNames()),
        one(
            call,
            "filter.task_type",
            List.of(H3Order.GENERATION, H3Order.REGENERATION, H3Order.PREPARATION)));
  }

  /** One page of the tasks that pass, with the number of all that do. */
  ObjectNode page(List<Task> tasks) {
    List<Task> passing = tasks.stream().filter(this::passes).toList();
    ObjectNode answer = Call.object();
    ArrayNode items = answer.putArray("items");
    passing.stream()
        .skip((page - 1L) * size)
        .limit(size)
        .forEach(task -> items.add(view.task(task)));
    return answer.put("total", passing.size());
  }

  private boolean passes(Task task) {
    H3Order order = H3Work.of(task).order();
    return (ids.isEmpty() || ids.contains(task.id()))
        && status.filter(s -> !s.equals(view.status(task))).isEmpty()
        && model.filter(m -> !m.equals(order.film().model())).isEmpty()
        && type.filter(t -> !t.equals(order.type())).isEmpty();
  }

  private static Optional<String> one(Call call, String name, List<String> allowed) {
    Optional<String> value = call.query(name).filter(v -> !v.isEmpty());
    if (value.isPresent() && !allowed.contains(value.get())) {
      throw Code.INVALID_PARAMS.refusal(name + " must be one of " + allowed);
    }
    return value;
  }

  private static int number(Call call, String name, int usual, int most) {
    String value = call.query(name).orElse(Integer.toString(usual));
    if (!value.matches("\\d{1,7}")
        || Integer.parseInt(value) < 1
        || Integer.parseInt(value) > most) {
      throw Code.INVALID_PARAMS.refusal(name + " must be a whole number in [1, " + most + "]");
    }
    return Integer.parseInt(value);
  }
}
