package dev.timbre.provider.control;

import static org.assertj.core.api.Assertions.assertThatCode;

import dev.timbre.provider.entity.ProviderFault;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RateGovernorTest {

  private final UUID account = UUID.randomUUID();

  /** Its buckets reach no database. */
  private final RateGovernor governor = new RateGovernor();

  RateGovernorTest() {
    governor.buckets = new RateBuckets();
  }

  @Test
  void complaintThatCannotBeWrittenDown_hidesNoRefusal() {
    ProviderBusy refusal =
        new ProviderBusy(new ProviderFault("1002", "rate limit", null, null), null);

    assertThatCode(() -> governor.heed(account, "speech-2.8-hd", refusal))
        .doesNotThrowAnyException();
  }
}
