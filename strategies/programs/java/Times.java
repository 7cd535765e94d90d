// kind: dates, times and durations that are given, not read
// answer: MONDAY 90 2026-04-02 297 2026/03/02 14:30 true true 1772461800 true

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

public final class Times extends Strategy {
  public String answer() {
    Instant instant = Instant.parse("2026-03-02T14:30:00Z");
    ZonedDateTime time = instant.atZone(ZoneOffset.UTC);
    LocalDate date = time.toLocalDate();
    Duration open = Duration.between(instant, instant.plus(Duration.ofMinutes(90)));
    return date.getDayOfWeek() + " " + open.toMinutes() + " " + date.plusMonths(1) + " "
        + ChronoUnit.DAYS.between(date, LocalDate.of(2026, 12, 24)) + " "
        + time.format(DateTimeFormatter.ofPattern("yyyy/MM/dd HH:mm")) + " "
        + (date.getDayOfWeek() == DayOfWeek.MONDAY) + " " + LocalTime.of(9, 30).isBefore(time.toLocalTime())
        + " " + instant.getEpochSecond() + " " + instant.isAfter(Instant.EPOCH);
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
