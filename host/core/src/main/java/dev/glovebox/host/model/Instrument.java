package dev.glovebox.host.model;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * What is traded.
 *
 * @param id {@code [A-Za-z0-9._-]{1,64}}
 * @param currency ISO 4217 or a short code such as BTC, {@code [A-Z0-9]{3,8}}
 * @param tick smallest price step, above zero
 * @param lot smallest quantity step, above zero
 * @param multiplier value of one unit at price one, above zero
 */
public record Instrument(
    String id, String currency, BigDecimal tick, BigDecimal lot, BigDecimal multiplier) {
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z0-9]{3,8}");

  /** Checks the forms. */
  public Instrument {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("an instrument id is [A-Za-z0-9._-]{1,64}");
    }
    if (!CURRENCY.matcher(currency).matches()) {
      throw new IllegalArgumentException("a currency is [A-Z0-9]{3,8}");
    }
    if (tick.signum() <= 0 || lot.signum() <= 0 || multiplier.signum() <= 0) {
      throw new IllegalArgumentException("tick, lot and multiplier are above zero");
    }
  }
}
