package dev.timbre.sandbox.voice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.timbre.sandbox.http.Answer;
import dev.timbre.sandbox.http.Call;
import dev.timbre.sandbox.http.Fields;
import dev.timbre.sandbox.http.Router;
import dev.timbre.sandbox.model.SystemVoices;
import dev.timbre.sandbox.model.Voice;
import dev.timbre.sandbox.model.VoiceBook;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Lists and deletes voices. */
public final class VoicesHandler {
  private static final String ALL = "all";
  private static final String SYSTEM = "system";

  /** A type of old that no voice has any more. */
  private static final String MUSICAL = "music_generation";

  private static final List<String> OWN =
      Arrays.stream(Voice.Origin.values()).map(Voice.Origin::wireName).toList();

  private final VoiceBook book;
  private final SystemVoices systemVoices;

  public VoicesHandler(VoiceBook book, SystemVoices systemVoices) {
    this.book = book;
    this.systemVoices = systemVoices;
  }

  public void addTo(Router router) {
    router.add("POST", "/v1/get_voice", this::list).add("POST", "/v1/delete_voice", this::delete);
  }

  private Answer list(Call call) throws Exception {
    Fields fields = call.json();
    fields.requireText("voice_type");
    String type =
        fields
            .choice(
                "voice_type", Stream.concat(Stream.of(SYSTEM, MUSICAL, ALL), OWN.stream()).toList())
            .orElseThrow();
    ObjectNode answer = Call.object();
    if (type.equals(SYSTEM) || type.equals(ALL)) {
      addSystemVoices(answer.putArray("system_voice"));
    }
    for (Voice.Origin origin : Voice.Origin.values()) {
      if (type.equals(origin.wireName()) || type.equals(ALL)) {
        ArrayNode list = answer.putArray(origin.wireName());
        book.listed(call.account().name(), origin).forEach(v -> addVoice(list, v));
      }
    }
    if (type.equals(MUSICAL)) {
      answer.putArray(MUSICAL);
    }
    return Answer.success(answer);
  }

  private void addSystemVoices(ArrayNode list) {
    for (SystemVoices.SystemVoice voice : systemVoices.all()) {
      ObjectNode item = list.addObject();
      item.put("voice_id", voice.id()).put("voice_name", voice.name());
      item.putArray("description").add(voice.language());
      item.put("created_time", "1970-01-01");
    }
  }

  private static void addVoice(ArrayNode list, Voice voice) {
    ObjectNode item = list.addObject().put("voice_id", voice.voiceId());
    item.putArray("description");
    item.put("created_time", day(voice.createdAt()));
  }

  private Answer delete(Call call) throws Exception {
    Fields fields = call.json();
    fields.text("voice_id").ifPresent(call::about);
    fields.requireText("voice_type");
    String type = fields.choice("voice_type", OWN).orElseThrow();
    String voiceId = fields.requireText("voice_id");
    Voice.Origin origin = Voice.Origin.values()[OWN.indexOf(type)];
    Voice deleted = book.delete(call.account().name(), voiceId, origin);
    return Answer.success(
        Call.object().put("voice_id", voiceId).put("created_time", day(deleted.createdAt())));
  }

  private static String day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC).toString();
  }
}
