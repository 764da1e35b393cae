package dev.timbre.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountTest {
  private static final String IMAGE = "{\"model\":\"image-01\",\"prompt\":\"A boat\"}";

  @RegisterExtension static final RunningSandbox SANDBOX = new RunningSandbox();

  private static Caller plan() {
    return SANDBOX.withKey(SandboxConfig.DEMO_PLAN_KEY);
  }

  private static void set(String fields) throws IOException {
    SANDBOX.control().post("/_sandbox/accounts", "{\"name\":\"demo\"," + fields + "}");
  }

  private static JsonNode account() throws IOException {
    return SANDBOX.control().get("/_sandbox/state").at("/accounts/0");
  }

  private static int speak(Caller caller) throws IOException {
    return Caller.code(caller.speak("female-yujie", "Ten chars."));
  }

  @Test
  void balance_isShownAsStrings() throws Exception {
    set("\"balance\":\"12.5\"");
    assertThat(SANDBOX.demo().get("/account/query_balance").toString())
        .isEqualTo(
            "{\"available_amount\":\"12.5\",\"cash_balance\":\"12.5\",\"voucher_balance\":\"0.00\","
                + "\"credit_balance\":\"0.00\",\"owed_amount\":\"0.00\","
                + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");
    speak(SANDBOX.demo());
    JsonNode after = SANDBOX.demo().get("/account/query_balance");
    assertThat(after.get("cash_balance").asText()).isEqualTo("12.4965");
  }

  @Test
  void debt_isOwed() throws Exception {
    set("\"balance\":\"-3.25\"");
    JsonNode balance = SANDBOX.demo().get("/account/query_balance");
    assertThat(balance.get("available_amount").asText()).isEqualTo("0.00");
    assertThat(balance.get("owed_amount").asText()).isEqualTo("3.25");
  }

  @Test
  void eachKey_spendsFromItsOwnPurse() throws Exception {
    assertThat(speak(plan())).isZero();
    assertThat(account().get("balance").asText()).isEqualTo("1000");
    assertThat(account().get("planBalance").asText()).isEqualTo("999.9965");
    assertThat(speak(SANDBOX.demo())).isZero();
    assertThat(account().get("balance").asText()).isEqualTo("999.9965");
    assertThat(account().get("planBalance").asText()).isEqualTo("999.9965");
    JsonNode ledger = SANDBOX.control().get("/_sandbox/ledger").get("entries");
    assertThat(ledger.at("/0/purse").asText()).isEqualTo("plan");
    assertThat(ledger.at("/1/purse").asText()).isEqualTo("payAsYouGo");
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 1008, 0", "5, 0, 0, 1008", "0, 0, 1008, 1008"})
  void emptyPurse_isRefusedThoughTheOtherHasMoney(
      String paidIn, String subscribed, int withMoney, int withPlan) throws Exception {
    set("\"balance\":\"" + paidIn + "\",\"planBalance\":\"" + subscribed + "\"");
    assertThat(speak(SANDBOX.demo())).isEqualTo(withMoney);
    assertThat(speak(plan())).isEqualTo(withPlan);
    assertThat(Caller.code(SANDBOX.demo().post("/v1/image_generation", IMAGE)))
        .isEqualTo(withMoney);
    assertThat(Caller.code(plan().post("/v1/image_generation", IMAGE))).isEqualTo(withPlan);
    String music = "{\"model\":\"music-2.6\",\"lyrics\":\"la\"}";
    assertThat(Caller.code(plan().post("/v1/music_generation", music))).isEqualTo(withPlan);
    String video = "{\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"failed-task\"}";
    assertThat(Caller.code(plan().post("/v1/video_generation", video))).isEqualTo(withPlan);
    String design = "{\"prompt\":\"A man\",\"preview_text\":\"Hi.\"}";
    assertThat(Caller.code(plan().post("/v1/voice_design", design))).isEqualTo(withPlan);
    String chat =
        "{\"model\":\"MiniMax-M3\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    assertThat(Caller.code(plan().post("/v1/text/chatcompletion_v2", chat))).isEqualTo(withPlan);
  }

  @Test
  void voiceFeeAndPreview_comeFromThePurseOfTheKey() throws Exception {
    String design = "{\"prompt\":\"A man\",\"preview_text\":\"你好你好你\"}";
    String voice = plan().post("/v1/voice_design", design).get("voice_id").asText();
    plan().speak(voice, "Ten chars.");
    assertThat(account().get("balance").asText()).isEqualTo("1000");
    assertThat(account().get("planBalance").asText()).isEqualTo("990.0945");
  }

  @Test
  void film_isPaidFromThePurseOfTheKeyThatOrderedIt() throws Exception {
    SANDBOX.control().post("/_sandbox/settings", "{\"taskSeconds\":1000}");
    String video = "{\"model\":\"MiniMax-Hailuo-2.3\",\"prompt\":\"A boat\"}";
    String task = plan().post("/v1/video_generation", video).get("task_id").asText();
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":1000}");
    SANDBOX.demo().get("/v1/query/video_generation?task_id=" + task);
    assertThat(account().get("balance").asText()).isEqualTo("1000");
    assertThat(account().get("planBalance").asText()).isEqualTo("997.6");
  }

  @Test
  void remains_countWhatTheSubscriptionWasUsedForInItsWindows() throws Exception {
    speak(plan());
    speak(SANDBOX.demo());
    JsonNode general = plan().get("/v1/token_plan/remains").at("/model_remains/0");
    assertThat(general.get("model_name").asText()).isEqualTo("general");
    assertThat(general.get("current_interval_usage_count").asInt()).isEqualTo(1);
    assertThat(general.get("current_weekly_usage_count").asInt()).isEqualTo(1);
    assertThat(general.get("current_interval_remaining_percent").asInt()).isEqualTo(99);
    assertThat(general.get("current_weekly_remaining_percent").asInt()).isEqualTo(99);
    assertThat(general.get("end_time").asLong() - general.get("start_time").asLong())
        .isEqualTo(5 * 3_600_000);
    assertThat(general.get("weekly_end_time").asLong() - general.get("weekly_start_time").asLong())
        .isEqualTo(7 * 86_400_000);
    assertThat(general.get("remains_time").asLong()).isBetween(1L, 5 * 3_600_000L);
    SANDBOX.control().post("/_sandbox/clock", "{\"advanceSeconds\":18000}");
    JsonNode later = plan().get("/v1/token_plan/remains");
    assertThat(later.at("/model_remains/0/current_interval_usage_count").asInt()).isZero();
    assertThat(later.at("/model_remains/1/model_name").asText()).isEqualTo("video");
    assertThat(Caller.code(later)).isZero();
  }

  @Test
  void search_findsPagesForAQuestion() throws Exception {
    JsonNode found = plan().post("/v1/coding_plan/search", "{\"q\":\"maven 雨\"}");
    assertThat(found.get("organic")).hasSize(3);
    assertThat(found.at("/organic/0/title").asText()).contains("maven 雨");
    assertThat(found.at("/organic/0/link").asText()).startsWith("https://pages.example/maven+");
    assertThat(found.at("/related_searches/0/query").asText()).contains("maven");
    assertThat(Caller.code(plan().post("/v1/coding_plan/search", "{}"))).isEqualTo(2013);
  }

  @Test
  void look_saysWhatThePictureIs() throws Exception {
    String url = Pictures.dataUrl("png", 40, 30);
    JsonNode seen =
        plan().post("/v1/coding_plan/vlm", "{\"prompt\":\"What?\",\"image_url\":\"" + url + "\"}");
    assertThat(seen.get("content").asText()).isEqualTo("A png picture of 40 by 30 pixels.");
    String link = "{\"prompt\":\"What?\",\"image_url\":\"https://a.example/a.png\"}";
    assertThat(Caller.code(plan().post("/v1/coding_plan/vlm", link))).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"image_url\":\"https://a.example/a.png\"}",
        "{\"prompt\":\"What?\"}",
        "{\"prompt\":\"What?\",\"image_url\":\"a.png\"}",
        "{\"prompt\":\"What?\",\"image_url\":\"data:image/png;base64,AAAA\"}"
      })
  void look_needsAPromptAndAPicture(String body) throws Exception {
    assertThat(Caller.code(plan().post("/v1/coding_plan/vlm", body))).isEqualTo(2013);
  }
}
