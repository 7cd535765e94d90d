package dev.glovebox.host.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/**
 * Figures of quantopian/empyrical 40f61b4, tests/test_stats.py (Apache-2.0), read from their
 * expected values.
 */
final class MetricsTest {
  private static final BigDecimal DAILY = Metrics.periodsPerYear(86_400);
  private static final String[] MIXED = {
    "0.01", "0.1", "-0.04", "0.02", "0.03", "0.02", "0.01", "-0.1"
  };
  private static final String[] POSITIVE = {
    "0.01", "0.02", "0.01", "0.01", "0.01", "0.01", "0.01", "0.01", "0.01"
  };
  private static final String[] NEGATIVE = {
    "0", "-0.06", "-0.07", "-0.01", "-0.09", "-0.02", "-0.06", "-0.08", "-0.05"
  };

  @Test
  void sharpeEqualsTheReferenceCases() {
    assertThat(sharpe(MIXED)).isCloseTo(number("1.7238613961706866"), precision());
    assertThat(sharpe(POSITIVE)).isCloseTo(number("52.915026221291804"), precision());
    assertThat(sharpe(NEGATIVE)).isCloseTo(number("-24.406808633910085"), precision());
  }

  @Test
  void sharpeIsUndefinedWithoutDeviationOrWithOneReturn() {
    SharpeRatio ratio = new SharpeRatio();
    assertThat(ratio.annual(DAILY)).isEmpty();
    ratio.add(number("0.01"));
    assertThat(ratio.annual(DAILY)).isEmpty();
    ratio.add(number("0.01"));
    assertThat(ratio.annual(DAILY)).isEmpty();
    ratio.add(number("0.02"));
    assertThat(ratio.annual(DAILY)).isPresent();
  }

  @Test
  void periodsPerYearFollowTheInterval() {
    assertThat(DAILY).isEqualByComparingTo("252");
    assertThat(Metrics.periodsPerYear(7 * 86_400)).isEqualByComparingTo("52");
    assertThat(Metrics.periodsPerYear(300)).isEqualByComparingTo("105192");
    assertThat(Metrics.periodsPerYear(86_401)).isBetween(number("365.24"), number("365.25"));
  }

  private static BigDecimal sharpe(String[] returns) {
    SharpeRatio ratio = new SharpeRatio();
    for (String each : returns) {
      ratio.add(number(each));
    }
    return ratio.annual(DAILY).orElseThrow();
  }

  private static org.assertj.core.data.Offset<BigDecimal> precision() {
    return within(number("0.0000000000001"));
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
