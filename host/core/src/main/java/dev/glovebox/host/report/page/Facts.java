package dev.glovebox.host.report.page;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.UntrustedText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What report.json and runspec.json say, as far as several parts of the page need it. */
record Facts(Members report, Members spec, Members said) {
  private static final BigDecimal BASIS_POINTS = BigDecimal.valueOf(10_000);
  private static final int PRICE_DECIMALS_MAX = 10;

  static Facts of(PageInput input) {
    return new Facts(
        new Members(input.report()),
        new Members(input.runSpec()),
        input.said().map(Members::new).orElse(Members.NONE));
  }

  Members metrics() {
    return report.in("metrics");
  }

  String mode() {
    return spec.text("mode").orElse("RUN");
  }

  /** Bars that were completed; 0 if nobody knows. */
  long bars() {
    return report.whole("bars_completed").orElse(0);
  }

  BigDecimal capital() {
    return spec.in("account").in("cash").flat().values().stream()
        .findFirst()
        .flatMap(Facts::number)
        .orElse(BigDecimal.ONE);
  }

  String currency() {
    return spec.in("account").in("cash").flat().keySet().stream().findFirst().orElse("");
  }

  List<Members> instruments() {
    return spec.objects("instruments");
  }

  UntrustedText instrument() {
    return instruments().isEmpty() ? new UntrustedText("") : instruments().getFirst().theirs("id");
  }

  /** Digits after the point of a price. */
  int priceDecimals() {
    return instruments().stream()
        .flatMap(one -> one.decimal("tick").stream())
        .mapToInt(tick -> Math.clamp(tick.stripTrailingZeros().scale(), 0, PRICE_DECIMALS_MAX))
        .max()
        .orElse(2);
  }

  BigDecimal feeRate() {
    return spec.in("fees").decimal("basis_points").orElse(BigDecimal.ZERO).divide(BASIS_POINTS);
  }

  BigDecimal halfSpread() {
    return spec.in("costs")
        .decimal("half_spread_basis_points")
        .orElse(BigDecimal.ZERO)
        .divide(BASIS_POINTS);
  }

  /** Returns the file that was submitted, or the run's id if its name was not kept. */
  UntrustedText title() {
    UntrustedText name = said.theirs("file_name");
    return name.raw().isBlank() ? report.theirs("run_id") : name;
  }

  /** Returns what a code means, in one line; empty for a word that is none of ours. */
  static String meaning(String code) {
    return Arrays.stream(Code.values())
        .filter(known -> known.name().equals(code))
        .map(Code::meaning)
        .findFirst()
        .orElse("");
  }

  Map<String, String> parameters() {
    return spec.in("parameters").flat();
  }

  private static java.util.Optional<BigDecimal> number(String text) {
    try {
      return java.util.Optional.of(Decimals.parse(text));
    } catch (IllegalArgumentException e) {
      return java.util.Optional.empty();
    }
  }
}
