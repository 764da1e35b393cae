package dev.timbre.speech.control;

import dev.timbre.audit.control.CurrentActor;
import dev.timbre.audit.entity.ActorKind;
import dev.timbre.usage.control.BudgetAlarm;
import dev.timbre.usage.entity.BudgetExhausted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Who pays hears of it when a speech is refused for want of money. */
@ApplicationScoped
class SpeechOpening {

  @Inject BudgetAlarm alarm;
  @Inject CurrentActor actor;

  SpeechJournal.Opened heard(Supplier<SpeechJournal.Opened> opening) {
    try {
      return opening.get();
    } catch (BudgetExhausted e) {
      alarm.refused(e);
      throw actor.get().kind() == ActorKind.CLIENT ? e.forClients() : e;
    }
  }
}
