package dev.timbre.speech.control;

import dev.timbre.platform.control.OldKeys;
import dev.timbre.speech.entity.Speeches;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** A repeat of a speech that nobody can tell about is told so for ever, and never speaks again. */
@ApplicationScoped
class KeysOfUnknown {

  @Inject Speeches speeches;

  void keep(@Observes OldKeys news) {
    speeches.keepKeysOfUnknown(news.before());
  }
}
