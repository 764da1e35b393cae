package dev.timbre.usage.entity;

import static dev.timbre.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.access.entity.AccessFixtures;
import dev.timbre.access.entity.Client;
import dev.timbre.platform.entity.Money;
import dev.timbre.platform.entity.PageRequest;
import dev.timbre.testing.TestDatabase;
import dev.timbre.voice.entity.RegisteredVoice;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UsageTest {

  @RegisterExtension final TestDatabase database = new TestDatabase();

  @Test
  void voice_fee_booked_a_second_time_is_refused_by_the_database() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    database.saved(usage(anna, null, UsageUnit.VOICE));

    assertThatThrownBy(() -> database.saved(usage(anna, null, UsageUnit.VOICE)))
        .hasStackTraceContaining("usage_one_voice_fee");
  }

  @Test
  void characters_are_booked_for_every_speech_and_each_clone_has_its_own_fee() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    RegisteredVoice ben = RegisteredVoice.live(database);

    database.saved(usage(anna, null, UsageUnit.VOICE));
    database.saved(usage(ben, null, UsageUnit.VOICE));
    database.saved(usage(anna, null, UsageUnit.CHARACTER));
    database.saved(usage(anna, null, UsageUnit.CHARACTER));

    assertThat(listed(null, anna.voice().getId())).hasSize(3);
  }

  @Test
  void usage_is_listed_by_client_and_voice() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    RegisteredVoice ben = RegisteredVoice.live(database);
    Client client = database.saved(AccessFixtures.client(anna.brand()));
    Usage preview = database.saved(usage(anna, null, UsageUnit.PREVIEW_CHARACTER));
    Usage speech = database.saved(usage(anna, client, UsageUnit.CHARACTER));
    Usage other = database.saved(usage(ben, client, UsageUnit.CHARACTER));

    assertThat(listed(client.getId(), null)).containsExactly(other, speech);
    assertThat(listed(null, anna.voice().getId())).containsExactly(speech, preview);
    assertThat(listed(client.getId(), anna.voice().getId())).containsExactly(speech);
  }

  @Test
  void usage_of_brands_that_are_not_visible_is_not_listed() {
    RegisteredVoice anna = RegisteredVoice.live(database);
    RegisteredVoice ben = RegisteredVoice.live(database);
    Usage own = database.saved(usage(anna, null, UsageUnit.CHARACTER));
    Usage foreign = database.saved(usage(ben, null, UsageUnit.CHARACTER));

    assertThat(listed(Set.of(anna.brand().getId()), null, null)).containsExactly(own);
    assertThat(listed(Set.of(), null, ben.voice().getId())).isEmpty();
    assertThat(listed(null, null, null)).contains(own, foreign);
  }

  private List<Usage> listed(UUID clientId, UUID voiceId) {
    return listed(null, clientId, voiceId);
  }

  private List<Usage> listed(Set<UUID> visible, UUID clientId, UUID voiceId) {
    return database.inTransaction(
        work -> work.budgets().usage(visible, clientId, voiceId, PageRequest.first(10)).items());
  }

  private static Usage usage(RegisteredVoice voice, Client client, UsageUnit unit) {
    return new Usage(
        NOW,
        new Usage.Account(
            client == null ? null : client.getId(),
            voice.brand().getId(),
            voice.voice().getId(),
            voice.firstClone().getId(),
            null),
        unit,
        1,
        1,
        Money.of("9.9", "CNY"));
  }
}
