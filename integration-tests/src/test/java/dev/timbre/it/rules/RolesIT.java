package dev.timbre.it.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Form;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every role and every scope tries every call; who is let in stands in a table. */
@OnRunningTimbre
class RolesIT {

  private static final List<String> SCOPES =
      List.of(
          "voices:read",
          "voices:write",
          "recordings:write",
          "consents:write",
          "speech",
          "usage:read",
          "audit:read",
          "administration");

  private static final Map<String, Timbre> CALLERS = new LinkedHashMap<>();
  private static VoiceCase live;
  private static Company company;

  @BeforeAll
  static void oneOfEach(RunningTimbre timbre) {
    company = timbre.company();
    live = timbre.aLiveVoice();
    CALLERS.put("nobody", timbre.anybody());
    CALLERS.put("curator", company.curator().calls());
    CALLERS.put("approver", company.approver().calls());
    CALLERS.put("auditor", company.auditor().calls());
    CALLERS.put("admin", company.admin());
    for (String scope : SCOPES) {
      CALLERS.put(scope, company.client("1", "customer_service", Set.of(scope)).calls());
    }
  }

  /**
   * Calls that get as far as the role check and, for those who pass it, no further than some other
   * refusal, or change nothing that matters.
   */
  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(resources = "/roles.csv", delimiter = '|', numLinesToSkip = 1)
  void call_isOpenToThoseWhoMay(String method, String path, String body, String allowed) {
    Set<String> expected = new TreeSet<>(Arrays.asList(allowed.split(" ")));
    Map<String, Answer> answers = new LinkedHashMap<>();
    CALLERS.forEach((name, calls) -> answers.put(name, ask(calls, method, path, body)));
    Set<String> open =
        answers.entrySet().stream()
            .filter(answer -> !isShut(answer.getValue()))
            .map(Map.Entry::getKey)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(open).as("%s", answers).isEqualTo(expected);
    assertThat(answers.get("nobody").status()).isEqualTo(401);
    assertThat(answers.values()).allMatch(answer -> answer.status() < 500);
  }

  private static boolean isShut(Answer answer) {
    return answer.status() == 401
        || answer.status() == 403 && answer.text("code").equals("role-missing");
  }

  private static Answer ask(Timbre calls, String method, String path, String body) {
    Timbre versioned = calls.ifMatch("\"0\"");
    String address = filled(path);
    if ("form".equals(body)) {
      return versioned.upload(address, new Form().file("file", "x.mp3", new byte[0]));
    }
    return versioned.json(method, address, body == null ? "{}" : filled(body));
  }

  private static String filled(String template) {
    return template
        .replace("{random}", UUID.randomUUID().toString())
        .replace("{voice}", live.id())
        .replace("{brand}", company.brand())
        .replace("{recording}", company.recording())
        .replace("{consent}", live.consent())
        .replace("{talent}", company.talent());
  }
}
