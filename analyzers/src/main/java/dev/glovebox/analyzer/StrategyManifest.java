package dev.glovebox.analyzer;

import java.util.List;

/**
 * What a source says of itself, read from its syntax tree without running it: advice to people, by
 * name alone. Every text was written by the candidate. Lists are sorted and free of doubles, but
 * parameters, which keep their order.
 *
 * @param strategy name of the one leaf class, in Java a public one within no other; empty if there
 *     is not exactly one
 * @param warmUp what is written for {@code warmup_bars} or {@code warmupBars()}; empty if nothing
 *     is
 * @param imports modules or classes
 * @param hooks hooks that the strategy or a class above it defines
 * @param omitted entries left out and texts cut because of the limits; 0 = everything is here
 */
public record StrategyManifest(
    String strategy,
    List<Parameter> parameters,
    List<Order> orders,
    List<String> indicators,
    List<String> instruments,
    String warmUp,
    List<String> imports,
    List<String> hooks,
    int omitted) {
  /** Most parameters. */
  public static final int PARAMETERS_MAX = 64;

  /** Most indicators, instruments and imports, each. */
  public static final int NAMES_MAX = 64;

  /** Longest name, in bytes of UTF-8. */
  public static final int NAME_BYTES_MAX = 128;

  /** Longest default and warm-up, in bytes of UTF-8. */
  public static final int TEXT_BYTES_MAX = 256;

  /** Of a source that cannot be read: says nothing. */
  public static final StrategyManifest EMPTY =
      new StrategyManifest(
          "", List.of(), List.of(), List.of(), List.of(), "", List.of(), List.of(), 0);

  /** Copies the lists. */
  public StrategyManifest {
    parameters = List.copyOf(parameters);
    orders = List.copyOf(orders);
    indicators = List.copyOf(indicators);
    instruments = List.copyOf(instruments);
    imports = List.copyOf(imports);
    hooks = List.copyOf(hooks);
  }

  /**
   * A parameter.
   *
   * @param type {@code bool}, {@code int}, {@code float}, {@code str}, in Python {@code Decimal}
   *     and {@code None}; {@code other} for what a run does not take, {@code required} without a
   *     default
   * @param defaultText the default as a run would record it; of type {@code other}, as written
   */
  public record Parameter(String name, String type, String defaultText) {}

  /**
   * A way in which orders are placed.
   *
   * @param call {@code buy}, {@code sell}, {@code close} and the like
   * @param type {@code market}, {@code limit}, {@code stop}, {@code stop_limit}, {@code trail};
   *     {@code unknown} if it is decided elsewhere; empty for calls that have none
   */
  public record Order(String call, String type) {}
}
