package dev.timbre.voice.control.reconciliation;

import dev.timbre.platform.error.BusinessException;
import dev.timbre.provider.control.ProviderCallFailed;
import dev.timbre.provider.control.ProviderInventory;
import dev.timbre.provider.control.ProviderInventory.ListedFile;
import dev.timbre.provider.control.ProviderInventory.ListedVoice;
import dev.timbre.provider.control.ProviderInventory.Part;
import dev.timbre.provider.control.ProviderRefused;
import dev.timbre.provider.entity.ProviderAccount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks an account what it holds, part by part, so that what fails takes nothing else with it. */
@ApplicationScoped
class Inspection {

  private static final String UNSUPPORTED = "operation-unsupported";

  @Inject ProviderInventory inventory;

  /**
   * What was seen.
   *
   * @param voices null when the account could not be asked
   * @param files null when the account could not be asked
   * @param balance null when the account could not be asked, or does not say
   * @param unchecked what could not be asked, each with its reason
   */
  record Seen(
      List<ListedVoice> voices,
      List<ListedFile> files,
      BigDecimal balance,
      List<Unchecked> unchecked) {

    /** Whether the dialect itself keeps anybody from looking at the voices. */
    boolean isUnverifiable() {
      return unchecked.stream().anyMatch(u -> u.part() == Part.VOICES && u.isUnsupported());
    }

    /** Whether something failed that the account's dialect offers. */
    boolean isInterrupted() {
      return unchecked.stream().anyMatch(u -> !u.isUnsupported());
    }

    boolean isNothing() {
      return voices == null && files == null && balance == null;
    }
  }

  /**
   * @param code the provider's or ours
   */
  record Unchecked(Part part, String code) {

    boolean isUnsupported() {
      return UNSUPPORTED.equals(code);
    }

    /** For example {@code files:1002}. */
    @Override
    public String toString() {
      return part.name().toLowerCase(Locale.ROOT) + ":" + code;
    }
  }

  Seen of(ProviderAccount account) {
    List<Unchecked> unchecked = new ArrayList<>();
    return new Seen(
        ask(account, Part.VOICES, () -> inventory.voices(account), unchecked),
        ask(account, Part.FILES, () -> inventory.samples(account), unchecked),
        balance(account, unchecked),
        unchecked);
  }

  /** The voices once more; empty when the account cannot be asked just now. */
  Optional<List<ListedVoice>> voicesAgain(ProviderAccount account) {
    return Optional.ofNullable(
        ask(account, Part.VOICES, () -> inventory.voices(account), new ArrayList<>()));
  }

  /** Many keys may not see the money, which is nothing that a repeat would change. */
  private BigDecimal balance(ProviderAccount account, List<Unchecked> unchecked) {
    Supplier<BigDecimal> question =
        () -> {
          try {
            return inventory.balance(account).orElse(null);
          } catch (ProviderRefused e) {
            unchecked.add(new Unchecked(Part.BALANCE, UNSUPPORTED));
            return null;
          }
        };
    return ask(account, Part.BALANCE, question, unchecked);
  }

  private <T> T ask(
      ProviderAccount account, Part part, Supplier<T> question, List<Unchecked> unchecked) {
    try {
      if (inventory.offers(account, part)) {
        return question.get();
      }
      unchecked.add(new Unchecked(part, UNSUPPORTED));
    } catch (ProviderCallFailed e) {
      unchecked.add(new Unchecked(part, e.fault().code()));
    } catch (BusinessException e) {
      // there is no key, for example
      unchecked.add(new Unchecked(part, e.code()));
    }
    return null;
  }
}
