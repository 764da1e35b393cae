package dev.timbre.provider.faces;

import dev.timbre.platform.faces.Words;
import dev.timbre.provider.entity.ProviderFault;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * Says in the reader's words what a provider's fault means and what to do about it. A code that no
 * document names gets no words: the page shows what the provider said, and nothing is made up.
 */
@Named("faults")
@RequestScoped
public class FaultWords {

  @Inject Words words;

  /** What the code means; empty where nobody knows. */
  public String meaning(String code) {
    return words.find("error." + code).orElse("");
  }

  /** What to do about it; empty where nobody knows. */
  public String remedy(String code) {
    return words.find("fault." + code).orElse("");
  }

  /** The code of the fault that a kept sentence tells; empty when it tells none that is known. */
  public String codeIn(String text) {
    return ProviderFault.codeIn(text).filter(code -> !remedy(code).isEmpty()).orElse("");
  }
}
