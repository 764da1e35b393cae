package dev.timbre.it.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jboss.as.controller.client.ModelControllerClient;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;

/** The timers of the beans, as who operates the server sees them and lets them fire. */
public final class ServerTimers implements AutoCloseable {

  private static final String BEAN = "singleton-bean";

  private final ModelControllerClient server;

  private ServerTimers(ModelControllerClient server) {
    this.server = server;
  }

  public static ServerTimers of(RunningTimbre timbre) {
    try {
      return new ServerTimers(
          ModelControllerClient.Factory.create(
              "remote+http", "127.0.0.1", timbre.config().managementPort()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** When active timers fire, as {@code Bean hour:minute:second}. */
  public List<String> schedules() {
    ModelNode ask = operation("read-resource");
    ask.get("recursive").set(true);
    ask.get("include-runtime").set(true);
    return executed(ask).get(BEAN).asPropertyList().stream()
        .flatMap(
            bean ->
                timers(bean.getValue()).stream()
                    .map(Property::getValue)
                    .filter(timer -> timer.get("active").asBoolean())
                    .map(timer -> bean.getName() + " " + time(timer.get("schedule"))))
        .toList();
  }

  private static List<Property> timers(ModelNode bean) {
    ModelNode timers = bean.get("service", "timer-service", "timer");
    return timers.isDefined() ? timers.asPropertyList() : List.of();
  }

  private static String time(ModelNode schedule) {
    return schedule.get("hour").asString()
        + ":"
        + schedule.get("minute").asString()
        + ":"
        + schedule.get("second").asString();
  }

  /** Lets a bean's only timer fire now. */
  public void fire(String bean) {
    ModelNode read = at(operation("read-resource"), bean);
    read.get("recursive").set(true);
    read.get("include-runtime").set(true);
    String id = executed(read).get("timer").asPropertyList().get(0).getName();
    ModelNode trigger = at(operation("trigger"), bean);
    trigger.get("address").add("timer", id);
    executed(trigger);
  }

  private static ModelNode operation(String name) {
    ModelNode operation = new ModelNode();
    operation.get("operation").set(name);
    operation
        .get("address")
        .add("deployment", "timbre.ear")
        .add("subdeployment", "ejb.jar")
        .add("subsystem", "ejb3");
    return operation;
  }

  private static ModelNode at(ModelNode operation, String bean) {
    operation.get("address").add(BEAN, bean).add("service", "timer-service");
    return operation;
  }

  private ModelNode executed(ModelNode operation) {
    try {
      ModelNode answer = server.execute(operation);
      if (!"success".equals(answer.get("outcome").asString())) {
        throw new IllegalStateException(answer.toString());
      }
      return answer.get("result");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
