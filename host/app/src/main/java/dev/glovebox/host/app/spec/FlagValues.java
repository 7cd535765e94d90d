package dev.glovebox.host.app.spec;

import dev.glovebox.host.app.spec.SpecDraft.Source;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Command-line flags as shorthand for a RunSpec. Refuses with ARGUMENT_INVALID and the flag's name,
 * or with INSTRUMENTS_UNSUPPORTED for more than one {@code --bars}.
 */
public final class FlagValues {
  private static final int PARAMETER_NAME_CHARACTERS_MAX = 64;
  private static final int PARAMETER_VALUE_CHARACTERS_MAX = 256;

  private final Optional<Path> strategy;
  private final Optional<Path> limits;
  private final List<String> bars;
  private final List<String> ticks;
  private final List<String> parameters;
  private final TreeMap<String, String> flags = new TreeMap<>();

  private FlagValues(
      Optional<Path> strategy,
      Optional<Path> limits,
      List<String> bars,
      List<String> ticks,
      List<String> parameters) {
    this.strategy = strategy;
    this.limits = limits;
    this.bars = List.copyOf(bars);
    this.ticks = List.copyOf(ticks);
    this.parameters = List.copyOf(parameters);
  }

  /** Starts with what is not a single word; null = not given. */
  public static FlagValues of(
      @Nullable Path strategy, @Nullable Path limits, List<String> bars, List<String> parameters) {
    return of(strategy, limits, bars, List.of(), parameters);
  }

  /** Starts with what is not a single word, files of trades among them; null = not given. */
  public static FlagValues of(
      @Nullable Path strategy,
      @Nullable Path limits,
      List<String> bars,
      List<String> ticks,
      List<String> parameters) {
    return new FlagValues(
        Optional.ofNullable(strategy), Optional.ofNullable(limits), bars, ticks, parameters);
  }

  /** Adds a flag; null = not given. */
  public FlagValues with(String flag, @Nullable String value) {
    if (value != null) {
      flags.put(flag, value);
    }
    return this;
  }

  /** Returns whether nothing was given at all. */
  public boolean isEmpty() {
    return strategy.isEmpty()
        && limits.isEmpty()
        && bars.isEmpty()
        && ticks.isEmpty()
        && parameters.isEmpty()
        && flags.isEmpty();
  }

  /** Returns the run that the flags describe, every default filled in. */
  public SpecDraft draft() {
    Path source =
        strategy.orElseThrow(() -> bad("STRATEGY", "is missing; give it, or --spec FILE"));
    int files = bars.size() + ticks.size();
    if (files > 1) {
      throw new Refusal(
          Code.INSTRUMENTS_UNSUPPORTED, "this build runs one instrument, not " + files);
    }
    if (files == 0) {
      throw bad("--bars", "is missing");
    }
    Words.NamedBars file =
        bars.isEmpty()
            ? read("--ticks", ticks.getFirst(), Words::bars)
            : read("--bars", bars.getFirst(), Words::bars);
    value("--impact", Words::impact, "off");
    value("--participation", Words::participation, "off");
    String currency = value("--currency", Words::currency, SpecDraft.CURRENCY_DEFAULT);
    TreeMap<String, BigDecimal> cash = new TreeMap<>();
    cash.put(currency, value("--cash", Words::positive, SpecDraft.CASH_DEFAULT));
    return new SpecDraft(
        value("--block", text -> Words.block(whole(text)), 1),
        value("--profile", Words::profile, SpecDraft.PROFILE_BY_BARS),
        value("--seed", FlagValues::whole, 0L),
        value("--tier-floor", Words::tierFloor, "process"),
        value("--analysis", Words::analysis, true),
        new Source.OfFile(source),
        Words.nameOf(source),
        parameters(),
        cash,
        List.of(instrument(file, currency)),
        value("--fee-bps", Words::basisPoints, BigDecimal.ZERO),
        value("--half-spread-bps", Words::basisPoints, BigDecimal.ZERO),
        limits.map(Source.OfFile::new),
        SpecDraft.WORKER_DEFAULT,
        new SpecDraft.Kind.Backtest());
  }

  private SpecDraft.Instrument instrument(Words.NamedBars file, String currency) {
    long interval = value("--interval", Words::intervalSeconds, 0L);
    if (!ticks.isEmpty() && interval == 0) {
      throw bad("--interval", "is missing; ticks have no interval of their own");
    }
    return new SpecDraft.Instrument(
        file.id(),
        new Source.OfFile(file.file()),
        value("--stamp", Words::stamp, "open"),
        interval,
        currency,
        Optional.ofNullable(flags.get("--tick")).map(text -> read("--tick", text, Words::positive)),
        value("--lot", Words::positive, SpecDraft.LOT_DEFAULT),
        BigDecimal.ONE,
        !ticks.isEmpty());
  }

  private SortedMap<String, String> parameters() {
    TreeMap<String, String> values = new TreeMap<>();
    for (String parameter : parameters) {
      int equals = parameter.indexOf('=');
      if (equals < 1
          || equals > PARAMETER_NAME_CHARACTERS_MAX
          || parameter.length() - equals - 1 > PARAMETER_VALUE_CHARACTERS_MAX) {
        throw bad("--param", "must be NAME=VALUE");
      }
      String name = parameter.substring(0, equals);
      if (values.put(name, parameter.substring(equals + 1)) != null) {
        throw bad("--param", "names a parameter twice");
      }
    }
    return values;
  }

  private <T> T value(String flag, Function<String, T> reader, T preset) {
    String text = flags.get(flag);
    return text == null ? preset : read(flag, text, reader);
  }

  private static <T> T read(String flag, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (NumberFormatException e) {
      throw bad(flag, "must be a whole number");
    } catch (IllegalArgumentException e) {
      throw bad(flag, String.valueOf(e.getMessage()));
    }
  }

  private static long whole(String text) {
    return Long.parseLong(text);
  }

  private static Refusal bad(String flag, String rule) {
    return new Refusal(Code.ARGUMENT_INVALID, flag + " " + rule);
  }
}
