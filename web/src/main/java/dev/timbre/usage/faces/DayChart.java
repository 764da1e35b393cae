package dev.timbre.usage.faces;

import dev.timbre.usage.entity.DaySpent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A month as bars, one for each day, measured for a picture of a fixed size. */
public final class DayChart {

  /** Of the picture, without the line of dates below. */
  private static final int HEIGHT = 140;

  private static final int STEP = 20;
  private static final int DAYS_PER_LABEL = 7;

  private final YearMonth month;
  private final List<Bar> bars;

  /**
   * One day.
   *
   * @param x the left edge
   * @param y the upper edge
   * @param height 0 for a day without spending
   * @param labelled whether its date stands below
   */
  public record Bar(LocalDate day, BigDecimal amount, int x, int y, int height, boolean labelled) {}

  DayChart(YearMonth month, List<DaySpent> days) {
    this.month = month;
    Map<LocalDate, BigDecimal> amounts =
        days.stream().collect(Collectors.toMap(DaySpent::day, DaySpent::amount));
    BigDecimal most = amounts.values().stream().max(BigDecimal::compareTo).orElse(BigDecimal.ONE);
    Function<LocalDate, Bar> toBar = day -> bar(day, amounts, most);
    this.bars =
        IntStream.rangeClosed(1, month.lengthOfMonth()).mapToObj(month::atDay).map(toBar).toList();
  }

  private static Bar bar(LocalDate day, Map<LocalDate, BigDecimal> amounts, BigDecimal most) {
    BigDecimal amount = amounts.getOrDefault(day, BigDecimal.ZERO);
    int height =
        amount.signum() == 0
            ? 0
            : amount
                .multiply(BigDecimal.valueOf(HEIGHT))
                .divide(most.max(new BigDecimal("0.000001")), 0, RoundingMode.CEILING)
                .max(BigDecimal.ONE)
                .intValue();
    int number = day.getDayOfMonth();
    return new Bar(
        day, amount, (number - 1) * STEP, HEIGHT - height, height, number % DAYS_PER_LABEL == 1);
  }

  public boolean isEmpty() {
    return bars.stream().allMatch(bar -> bar.height() == 0);
  }

  public int getWidth() {
    return month.lengthOfMonth() * STEP;
  }

  public List<Bar> getBars() {
    return bars;
  }

  /** The days that saw any spending, for those who read a table rather than a picture. */
  public List<Bar> getSpent() {
    return bars.stream().filter(bar -> bar.height() > 0).toList();
  }
}
