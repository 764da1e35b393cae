package dev.timbre.usage.entity;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What was booked on one day of a budget's time zone, in its currency. */
public record DaySpent(LocalDate day, BigDecimal amount) {}
