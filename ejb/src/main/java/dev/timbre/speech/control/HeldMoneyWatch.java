package dev.timbre.speech.control;

import dev.timbre.provider.control.ProviderConfig;
import dev.timbre.speech.entity.Settlements;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Looks for money that is still held though what it was held for has ended. Since both commit
 * together there is none, unless somebody restored or repaired a database; what is found is told.
 */
@Singleton
@PermitAll
public class HeldMoneyWatch {

  private static final System.Logger LOG = System.getLogger(HeldMoneyWatch.class.getName());
  private static final int AT_ONCE = 200;

  @Inject Settlements settlements;
  @Inject HeldMoney money;
  @Inject ProviderConfig provider;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void endWhatIsOver() {
    List<UUID> speeches = settlements.endedButHeld(AT_ONCE);
    List<UUID> nothing =
        settlements.heldForNothing(clock.instant().minus(provider.longestSpeaking()), AT_ONCE);
    if (!speeches.isEmpty() || !nothing.isEmpty()) {
      LOG.log(
          Level.WARNING,
          "Money was held for {0} speeches that had ended and for {1} that never were",
          speeches.size(),
          nothing.size());
    }
    speeches.forEach(money::end);
    nothing.forEach(money::release);
  }
}
