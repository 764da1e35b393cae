package dev.timbre.speech.control;

import dev.timbre.platform.error.UpstreamFailure;
import dev.timbre.provider.entity.ProviderFault;
import dev.timbre.speech.entity.Speech;
import dev.timbre.speech.entity.SpeechState;
import java.util.LinkedHashMap;
import java.util.Map;

/** The provider did not speak, or nobody can tell whether it did. */
public class SpeechNotSpoken extends UpstreamFailure {

  private static final long serialVersionUID = 1L;

  public SpeechNotSpoken(Speech speech) {
    super(code(speech), message(speech), details(speech));
  }

  private static String code(Speech speech) {
    return speech.getState() == SpeechState.UNKNOWN ? "speech-outcome-unknown" : "speech-failed";
  }

  private static String message(Speech speech) {
    return speech.getState() == SpeechState.UNKNOWN
        ? "Nobody can tell whether the provider spoke and charged this; its money stays held. A new"
            + " Idempotency-Key speaks again, and may be charged again."
        : "The provider did not speak, and nothing was charged: " + speech.getFault().message();
  }

  private static Map<String, Object> details(Speech speech) {
    Map<String, Object> provider = new LinkedHashMap<>();
    ProviderFault fault = speech.getFault();
    provider.put("code", fault.code());
    provider.put("message", fault.message());
    if (fault.traceId() != null) {
      provider.put("traceId", fault.traceId());
    }
    if (fault.remedy() != null) {
      provider.put("remedy", fault.remedy());
    }
    return Map.of("speech", speech.getId().toString(), "provider", provider);
  }
}
