package dev.timbre.provider.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.client.error.InvalidRequest;
import dev.timbre.provider.client.wire.voice.DeletedVoice;
import dev.timbre.provider.client.wire.voice.Voice;
import dev.timbre.provider.client.wire.voice.VoiceList;
import dev.timbre.provider.client.wire.voice.VoiceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VoicesTest {

  private final StubProvider provider = new StubProvider();
  private final MiniMaxClient client = provider.client();

  @AfterEach
  void stop() {
    client.close();
    provider.close();
  }

  @Test
  void list_readsAllKindsOfVoices() {
    provider.answers(
        "{\"system_voice\":[{\"voice_id\":\"male-qn-qingse\",\"voice_name\":\"青涩青年音色\","
            + "\"description\":[\"…\"],\"created_time\":\"1970-01-01\"}],"
            + "\"voice_cloning\":[{\"voice_id\":\"AnnaHost01\",\"description\":[],"
            + "\"created_time\":\"2026-09-21\"}],\"voice_generation\":[],"
            + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");

    VoiceList list = client.voices().list(VoiceType.ALL);

    assertThat(provider.onlyRequest().method()).isEqualTo("POST");
    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/get_voice");
    assertThat(provider.onlyRequest().text()).isEqualTo("{\"voice_type\":\"all\"}");
    assertThat(list.voices()).extracting(Voice::id).containsExactly("male-qn-qingse", "AnnaHost01");
    Voice system = list.of(VoiceType.SYSTEM).get(0);
    assertThat(system.name()).contains("青涩青年音色");
    assertThat(system.description()).containsExactly("…");
    Voice cloned = list.of(VoiceType.CLONED).get(0);
    assertThat(cloned.name()).isEmpty();
    assertThat(cloned.createdTime()).contains("2026-09-21");
    assertThat(list.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void missingNullAndEmptyLists_areEmpty() {
    provider.answers(
        "{\"voice_cloning\":null,\"voice_generation\":[],\"voice_slots\":[{\"voice_id\":\"x\"}],"
            + "\"base_resp\":{\"status_code\":0}}");

    assertThat(client.voices().list(VoiceType.ALL).voices()).isEmpty();
  }

  @Test
  void listsOfOldAnswers_areRead() {
    provider.answers(
        "{\"voice_slots\":[],\"music_generation\":[{\"voice_id\":\"vocal-2024-x\","
            + "\"instrumental_id\":\"instrumental-2024-x\",\"created_time\":\"2024-09-01\"}]}");

    VoiceList list = client.voices().list(VoiceType.MUSIC);

    assertThat(provider.onlyRequest().text()).isEqualTo("{\"voice_type\":\"music_generation\"}");
    assertThat(list.of(VoiceType.MUSIC)).extracting(Voice::id).containsExactly("vocal-2024-x");
    assertThat(list.voices()).hasSize(1);
  }

  @Test
  void oldAnswerWithSlotsOnly_isAnEmptyList() {
    provider.answers("{\"voice_slots\":[{\"voice_id\":\"x\",\"created_time\":\"2024-09-01\"}]}");

    assertThat(client.voices().list(VoiceType.ALL).voices()).isEmpty();
  }

  @Test
  void listWithoutEnvelopeAndWithOddTypes_isRead() {
    provider.answers(
        "{\"voice_cloning\":[{\"voice_id\":1234567890123456789,\"description\":\"warm\","
            + "\"created_time\":1790000111},{\"voice_name\":\"nameless\"},7]}");

    VoiceList list = client.voices().list(VoiceType.CLONED);

    assertThat(list.voices()).hasSize(1);
    assertThat(list.voices().get(0).id()).isEqualTo("1234567890123456789");
    assertThat(list.voices().get(0).description()).containsExactly("warm");
    assertThat(list.voices().get(0).createdTime()).contains("1790000111");
  }

  @Test
  void systemVoiceId_keepsItsTrailingSpace() {
    provider.answers(
        "{\"system_voice\":[{\"voice_id\":\"Santa_Claus \"}],\"base_resp\":{\"status_code\":0}}");

    assertThat(client.voices().list(VoiceType.SYSTEM).voices().get(0).id())
        .isEqualTo("Santa_Claus ");
  }

  @Test
  void delete_namesTypeAndId() {
    provider.answers(
        "{\"voice_id\":\"AnnaHost01\",\"created_time\":\"2026-09-21\","
            + "\"base_resp\":{\"status_code\":0,\"status_msg\":\"success\"}}");

    DeletedVoice deleted = client.voices().delete(VoiceType.CLONED, "AnnaHost01");

    assertThat(provider.onlyRequest().uri()).isEqualTo("/v1/delete_voice");
    assertThat(provider.onlyRequest().text())
        .isEqualTo("{\"voice_type\":\"voice_cloning\",\"voice_id\":\"AnnaHost01\"}");
    assertThat(deleted.voiceId()).contains("AnnaHost01");
    assertThat(deleted.createdTime()).contains("2026-09-21");
    assertThat(deleted.traceId()).contains(StubProvider.TRACE_ID);
  }

  @Test
  void deletionOfSystemVoices_isRefusedBeforeSending() {
    assertThatThrownBy(() -> client.voices().delete(VoiceType.SYSTEM, "male-qn-qingse"))
        .isInstanceOf(InvalidRequest.class)
        .hasMessageContaining("voice_type")
        .hasMessageContaining("system");
  }
}
