package dev.timbre.voice.control;

import dev.timbre.provider.entity.PriceList;
import dev.timbre.provider.entity.ProviderAccounts;
import dev.timbre.usage.control.UsageMeter;
import dev.timbre.usage.entity.Usage;
import dev.timbre.usage.entity.UsageUnit;
import dev.timbre.voice.entity.Clone;
import dev.timbre.voice.entity.Voice;
import dev.timbre.voice.entity.Voices;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.OptionalLong;

/** Books what the preview of a clone cost; the provider charges it with the clone. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PreviewBill {

  @Inject Voices voices;
  @Inject ProviderAccounts accounts;
  @Inject UsageMeter usage;
  @Inject Clock clock;

  /**
   * The provider spoke the preview text.
   *
   * @param told how many characters it says it bills; where it does not say, as when its answer was
   *     lost, the most it can be is booked
   */
  void heard(Clone clone, OptionalLong told) {
    String text = clone.getRevision().getOptions().previewText();
    long characters = told.orElse(2L * text.codePointCount(0, text.length()));
    Voice voice = voices.get(clone.getRevision().getVoiceId());
    PriceList prices = accounts.get(clone.getAccountId()).pricesAt(clock.instant());
    usage.consumed(
        new Usage(
            clock.instant(),
            new Usage.Account(null, voice.getBrandId(), voice.getId(), clone.getId(), null),
            UsageUnit.PREVIEW_CHARACTER,
            characters,
            prices.getNumber(),
            prices.characters(clone.getRevision().getOptions().model(), characters)));
  }
}
