package dev.timbre.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.access.rest.BrandsResource.BrandChange;
import dev.timbre.access.rest.ClientsResource.ClientChange;
import dev.timbre.consent.rest.TalentsResource.ErasureOrder;
import dev.timbre.platform.error.Violation;
import dev.timbre.speech.rest.LabellingPoliciesResource.NewLabellingPolicy;
import dev.timbre.speech.rest.SettlementsResource.NewSettlement;
import dev.timbre.speech.rest.SpeechResource.Script;
import dev.timbre.voice.rest.DeadlinePolicyResource.PolicyBody;
import dev.timbre.voice.rest.VoiceDecisionsResource.Acceptance;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTypesTest {

  private static List<String> wrong(Class<?> type, String body) {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return BodyTypes.violations(reader.readValue(), type).stream().map(Violation::field).toList();
    }
  }

  static Stream<Arguments> mistyped() {
    return Stream.of(
        Arguments.of(NewLabellingPolicy.class, "{'audible':'loud'}", "audible"),
        Arguments.of(NewLabellingPolicy.class, "{'metadata':1}", "metadata"),
        Arguments.of(NewLabellingPolicy.class, "{'validFrom':20260101}", "validFrom"),
        Arguments.of(ErasureOrder.class, "{'endFirst':'true'}", "endFirst"),
        Arguments.of(Acceptance.class, "{'riskAcknowledged':'yes'}", "riskAcknowledged"),
        Arguments.of(Acceptance.class, "{'clone':7}", "clone"),
        Arguments.of(Script.class, "{'text':12}", "text"),
        Arguments.of(Script.class, "{'text':['a']}", "text"),
        Arguments.of(Script.class, "{'sampleRate':'16000'}", "sampleRate"),
        Arguments.of(Script.class, "{'sampleRate':16000.5}", "sampleRate"),
        Arguments.of(Script.class, "{'bitrate':4294967296}", "bitrate"),
        Arguments.of(Script.class, "{'bitrate':1e999}", "bitrate"),
        Arguments.of(BrandChange.class, "{'name':true}", "name"),
        Arguments.of(ClientChange.class, "{'brands':'x'}", "brands"),
        Arguments.of(ClientChange.class, "{'brands':['x',5]}", "brands[1]"),
        Arguments.of(NewSettlement.class, "{'billed':{'amount':5}}", "billed.amount"),
        Arguments.of(NewSettlement.class, "{'billed':'5'}", "billed"),
        Arguments.of(PolicyBody.class, "{'remindHours':['96']}", "remindHours[0]"),
        Arguments.of(PolicyBody.class, "[]", "body"));
  }

  @ParameterizedTest
  @MethodSource("mistyped")
  void valueOfAnotherType_isNamed(Class<?> type, String body, String field) {
    assertThat(wrong(type, body.replace('\'', '"'))).containsExactly(field);
  }

  @Test
  void everyMistypedValue_isNamed() {
    assertThat(wrong(NewLabellingPolicy.class, "{\"audible\":\"a\",\"metadata\":\"b\"}"))
        .containsExactlyInAnyOrder("audible", "metadata");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "null",
        "{}",
        "{\"text\":\"a\",\"sampleRate\":16000,\"use\":\"x\"}",
        "{\"text\":null,\"sampleRate\":1.6e4}",
        "{\"text\":\"a\",\"more\":{\"text\":5}}"
      })
  void rightAbsentAndUnknownMembers_arePassed(String body) {
    assertThat(wrong(Script.class, body)).isEmpty();
  }
}
