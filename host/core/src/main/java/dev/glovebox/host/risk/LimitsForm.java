package dev.glovebox.host.risk;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.UntrustedText;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Strict reader of limits from keys and values, as a limits file or a record holds them.
 *
 * <p>Refuses with LIMITS_MISSING when a key is absent and LIMITS_INVALID when a value is bad or a
 * key unknown; the sentence names the key.
 */
public final class LimitsForm {
  /** Most instrument ids in a list. */
  public static final int INSTRUMENTS_MAX = 10_000;

  private final Json.Obj form;
  private final Set<String> read = new HashSet<>();

  private LimitsForm(Json.Obj form) {
    this.form = form;
  }

  /**
   * Reads the limits.
   *
   * @throws Refusal LIMITS_MISSING or LIMITS_INVALID
   */
  public static Limits read(Json.Obj form) {
    LimitsForm reader = new LimitsForm(form);
    if (reader.count("version") != Limits.VERSION) {
      throw invalid("version", "is " + Limits.VERSION);
    }
    Limits limits;
    try {
      limits = reader.limits();
    } catch (IllegalArgumentException e) {
      throw new Refusal(Code.LIMITS_INVALID, String.valueOf(e.getMessage()));
    }
    for (String key : form.members().keySet()) {
      if (!reader.read.contains(key)) {
        throw new Refusal(
            Code.LIMITS_INVALID, "the limits have an unknown key", new UntrustedText(key));
      }
    }
    return limits;
  }

  private Limits limits() {
    return new Limits(
        decimal("reserve_buffer"),
        decimal("price_collar"),
        decimal("quantity_min"),
        decimal("quantity_max"),
        decimal("notional_min"),
        decimal("notional_max"),
        decimal("position_notional_max"),
        decimal("drawdown_max"),
        count("orders_per_bar_max"),
        countOrOff("orders_per_minute_max"),
        countOrOff("orders_per_day_max"),
        instruments());
  }

  private Json value(String key) {
    Json value = form.members().get(key);
    if (value == null) {
      throw new Refusal(Code.LIMITS_MISSING, "the limits lack the key " + key);
    }
    read.add(key);
    return value;
  }

  private BigDecimal decimal(String key) {
    if (value(key) instanceof Json.Str(String text)) {
      try {
        BigDecimal number = Decimals.parse(text);
        if (number.signum() >= 0) {
          return number;
        }
      } catch (IllegalArgumentException e) {
        throw invalid(key, "is a canonical decimal text, zero or more");
      }
    }
    throw invalid(key, "is a canonical decimal text, zero or more");
  }

  private int count(String key) {
    if (value(key) instanceof Json.Int(long number) && number >= 0 && number <= Integer.MAX_VALUE) {
      return (int) number;
    }
    throw invalid(key, "is a whole number, zero or more");
  }

  private OptionalInt countOrOff(String key) {
    if (value(key) instanceof Json.Str(String text) && text.equals(Limits.OFF)) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(count(key));
  }

  private Optional<SortedSet<String>> instruments() {
    return switch (value("instruments")) {
      case Json.Str(String text) when text.equals(Limits.THOSE_OF_THE_RUN) -> Optional.empty();
      case Json.Arr(List<Json> elements) when elements.size() <= INSTRUMENTS_MAX ->
          Optional.of(ids(elements));
      case Json.Str _, Json.Arr _, Json.Obj _, Json.Int _, Json.Bool _, Json.Null _ ->
          throw invalid("instruments", "is \"those of the run\" or a list of ids");
    };
  }

  private static SortedSet<String> ids(List<Json> elements) {
    SortedSet<String> ids = new TreeSet<>();
    for (Json element : elements) {
      if (!(element instanceof Json.Str(String id)) || !ids.add(id)) {
        throw invalid("instruments", "lists each id once, as text");
      }
    }
    return ids;
  }

  private static Refusal invalid(String key, String rule) {
    return new Refusal(Code.LIMITS_INVALID, "the limits' " + key + " " + rule);
  }
}
