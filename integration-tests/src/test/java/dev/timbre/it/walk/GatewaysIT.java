package dev.timbre.it.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.client.Answer;
import dev.timbre.it.client.Timbre;
import dev.timbre.it.fixture.Company;
import dev.timbre.it.fixture.VoiceCase;
import dev.timbre.it.system.OnRunningTimbre;
import dev.timbre.it.system.RunningTimbre;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voices in accounts of resellers, each of which writes the same operations in its own way. */
@OnRunningTimbre
class GatewaysIT {

  private final RunningTimbre timbre;

  GatewaysIT(RunningTimbre timbre) {
    this.timbre = timbre;
  }

  private Answer check(String account) {
    return timbre.admin().post("provider-accounts/" + account + "/check", Map.of()).expect(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aiping", "hingnet", "dmxapi"})
  void voiceAtAReseller_isClonedHeardAndSpeaksButCannotBeDeletedThere(String dialect) {
    String account = timbre.anotherAccount(dialect, dialect);
    assertThat(check(account).text("checkResult")).contains("good here").contains(dialect);

    VoiceCase voice = timbre.aDraftVoice();
    timbre.preferring(account, voice::live);
    Company.Client client = timbre.company().client("100");
    voice.speak(client, "Guten Tag.").expect(200);
    assertThat(voice.newestClone().path("state").asText()).isEqualTo("permanent");

    String clone = voice.newestClone().path("id").asText();
    Timbre approver = timbre.company().approver().calls();
    approver
        .post("voices/" + voice.alias() + "/suspension", Map.of("reason", "No more."))
        .expect(200);
    approver.delete("clones/" + clone).expect(202);

    voice.awaitClone("undeletable");
    assertThat(voice.newestClone().path("fault").path("code").asText())
        .isEqualTo("operation-unsupported");
    assertThat(voice.newestClone().path("fault").path("remedy").asText()).contains("minimax");
    assertThat(voice.audit(clone)).last().asString().startsWith("clone.delete failed");
  }

  @Test
  void keyThatNobodyKnows_isSaidSoAndNotShown() {
    String result = check(timbre.anotherAccount("minimax", "mistyped")).text("checkResult");

    assertThat(result).contains("2049").contains("unknown here").doesNotContain("sk-api-of-nobody");
  }
}
