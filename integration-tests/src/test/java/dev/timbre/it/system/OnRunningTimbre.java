package dev.timbre.it.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests a parameter of type {@link RunningTimbre}: the same one for all, started for the
 * first that asks and ended after the last.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnRunningTimbre.Extension.class)
public @interface OnRunningTimbre {

  /** Starts, hands out, and leaves no misfortune behind. */
  final class Extension implements ParameterResolver, AfterEachCallback {
    /** Where a test does not say how long it waits: more than anything takes on a slow machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == RunningTimbre.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return running(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
      running(context).provider().clear();
    }

    private static RunningTimbre running(ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(OnRunningTimbre.class))
          .getOrComputeIfAbsent(RunningTimbre.class, type -> start(), RunningTimbre.class);
    }

    private static RunningTimbre start() {
      Awaitility.setDefaultTimeout(PATIENCE);
      try {
        return RunningTimbre.start(Path.of(System.getProperty("timbre.it.directory")));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
