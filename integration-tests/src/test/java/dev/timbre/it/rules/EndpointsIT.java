package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table of roles knows every call that the interface describes. */
@OnRunningTimbre
class EndpointsIT {

  /** Calls for callers whom nobody knows yet, and for talents, who never have an account. */
  private static final Set<String> OPEN =
      Set.of(
          "POST session",
          "DELETE session",
          "POST session/invitation",
          "GET link",
          "POST link/recording",
          "POST link/confirmation",
          "POST link/refusal",
          "POST link/withdrawal");

  @Test
  void everyCall_standsInTheTableOfRoles(RunningTimbre timbre) throws IOException {
    JsonNode paths =
        timbre
            .anybody()
            .with("Accept", "application/json")
            .get("/openapi?format=JSON")
            .expect(200)
            .json()
            .path("paths");
    assertThat(paths.size()).isGreaterThan(40);
    Set<String> described = new TreeSet<>();
    paths
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(method -> described.add(call(method, path.getKey()))));
    described.removeAll(rows());
    described.removeAll(OPEN);
    assertThat(described).as("calls of which nobody said who may make them").isEmpty();
  }

  private static Set<String> rows() throws IOException {
    byte[] table = EndpointsIT.class.getResourceAsStream("/roles.csv").readAllBytes();
    return new String(table, StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .map(line -> line.split("\\|", 3))
        .map(parts -> call(parts[0], parts[1]))
        .collect(Collectors.toSet());
  }

  /** Names of variable parts differ, so they are left out. */
  private static String call(String method, String path) {
    String plain = path.replaceFirst("^/api/v1/", "").replaceFirst("\\?.*", "");
    return method.toUpperCase(Locale.ROOT) + " " + plain.replaceAll("\\{[^}]*}|(?<=/)\\d+", "{}");
  }
}
