package dev.timbre.voice.control.reconciliation;

import dev.timbre.finding.entity.Finding;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * What lies in an account and is not ours has no row here, so its finding is known by an id that is
 * always made the same way from where it lies and what the provider calls it.
 */
final class ForeignThing {

  static final String ACCOUNT = "account";
  static final String VOICE_ID = "providerVoiceId";
  static final String CLONED = "cloned";
  static final String FILE_ID = "fileId";
  static final String PURPOSE = "purpose";

  private ForeignThing() {}

  static UUID voice(UUID accountId, String providerVoiceId) {
    return named(accountId + "/voice/" + providerVoiceId);
  }

  static UUID file(UUID accountId, String fileId) {
    return named(accountId + "/file/" + fileId);
  }

  static boolean isIn(Finding finding, UUID accountId) {
    return finding.getFacts().find(ACCOUNT).filter(accountId.toString()::equals).isPresent();
  }

  private static UUID named(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
