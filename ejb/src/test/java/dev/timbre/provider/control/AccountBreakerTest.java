package dev.timbre.provider.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.timbre.provider.entity.ProviderFault;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.junit.jupiter.api.Test;

class AccountBreakerTest {

  private static final ProviderFault FAULT = new ProviderFault("1000", "unknown", null, null);

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 7);
  private final AccountBreaker breaker = new AccountBreaker(now::get);

  private void lose(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(
              () ->
                  breaker.call(
                      () -> {
                        throw new ProviderOutcomeLost(FAULT, null);
                      }))
          .isInstanceOf(ProviderOutcomeLost.class);
    }
  }

  private void refuse(int times) {
    for (int i = 0; i < times; i++) {
      assertThatThrownBy(
              () ->
                  breaker.call(
                      () -> {
                        throw new ProviderRefused(FAULT, null);
                      }))
          .isInstanceOf(ProviderRefused.class);
    }
  }

  private void assertOpen() {
    assertThatThrownBy(() -> breaker.call(() -> "spoken"))
        .isInstanceOf(CircuitBreakerOpenException.class);
  }

  private void assertClosed() {
    assertThat(breaker.call(() -> "spoken")).isEqualTo("spoken");
  }

  @Test
  void threeQuartersLost_opens() {
    refuse(5);
    lose(14);
    assertClosed();
    lose(1);
    assertOpen();
  }

  @Test
  void refusals_openNothing() {
    refuse(100);
    assertClosed();
  }

  @Test
  void fewCalls_openNothing() {
    lose(AccountBreaker.WINDOW - 1);
    assertClosed();
  }

  @Test
  void afterAPause_oneCallTriesAndDecides() {
    lose(AccountBreaker.WINDOW);
    assertOpen();

    now.addAndGet(AccountBreaker.PAUSE.toNanos());
    lose(1);
    assertOpen();

    now.addAndGet(AccountBreaker.PAUSE.toNanos());
    String tried =
        breaker.call(
            () -> {
              assertOpen(); // the others wait for what becomes of it
              return "tried";
            });
    assertThat(tried).isEqualTo("tried");
    lose(AccountBreaker.WINDOW - 1);
    assertClosed();
  }

  @Test
  void callFromBefore_doesNotDecideWhatCameAfter() {
    String late =
        breaker.call(
            () -> {
              lose(AccountBreaker.WINDOW);
              return "late";
            });

    assertThat(late).isEqualTo("late");
    assertOpen();
  }

  @Test
  void breakers_areTheAccountsOwn() {
    AccountBreakers breakers = new AccountBreakers();
    UUID first = UUID.randomUUID();

    assertThat(breakers.of(first)).isSameAs(breakers.of(first));
    assertThat(breakers.of(first)).isNotSameAs(breakers.of(UUID.randomUUID()));
  }
}
