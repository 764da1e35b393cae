package dev.timbre.usage.control;

import dev.timbre.platform.control.Measure;
import dev.timbre.usage.entity.Spending;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;

/** Money of calls under way, and of those whose end nobody knows. */
@ApplicationScoped
class MoneyHeld implements Measure {

  @Inject Spending spending;

  @Override
  public String name() {
    return "timbre_money_held";
  }

  @Override
  public String help() {
    return "Money that reservations hold.";
  }

  @Override
  public String label() {
    return "currency";
  }

  @Override
  public Map<String, Number> read() {
    return new TreeMap<>(spending.held());
  }
}
