package dev.timbre.it.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.timbre.it.fixture.LockLog;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Whatever the server does during these tests, called or by itself, locks rows in the one order:
 * every transaction is looked at, whether or not another one came in its way.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@OnRunningTimbre
@ExtendWith(InLockOrder.Extension.class)
public @interface InLockOrder {

  /** Reads the database's log from the first test to the last. */
  final class Extension implements BeforeAllCallback, AfterAllCallback {

    private static final Namespace MINE = Namespace.create(InLockOrder.class);

    @Override
    public void beforeAll(ExtensionContext context) {
      RunningTimbre timbre = OnRunningTimbre.Extension.running(context);
      context.getStore(MINE).put(LockLog.class, LockLog.open(timbre.database()));
    }

    @Override
    public void afterAll(ExtensionContext context) {
      try (LockLog log = context.getStore(MINE).remove(LockLog.class, LockLog.class)) {
        assertThat(log.wrongs()).isEmpty();
      }
    }
  }
}
