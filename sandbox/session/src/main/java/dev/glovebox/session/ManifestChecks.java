package dev.glovebox.session;

import dev.glovebox.proto.worker.v1.StrategyOrder;
import dev.glovebox.proto.worker.v1.StrategyParameter;
import dev.glovebox.session.StrategyManifest.Order;
import dev.glovebox.session.StrategyManifest.Parameter;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes a manifest out of an analysis process as hostile input: bounded, sorted, in the words that
 * there are. What it says of the source is the process's claim all the same.
 */
public final class ManifestChecks {
  /** Most parameters. */
  public static final int PARAMETERS_MAX = 64;

  /** Most indicators, instruments and imports, each. */
  public static final int NAMES_MAX = 64;

  /** Longest name, in bytes of UTF-8. */
  public static final int NAME_BYTES_MAX = 128;

  /** Longest default and warm-up, in bytes of UTF-8. */
  public static final int TEXT_BYTES_MAX = 256;

  private static final Set<String> TRADES =
      Set.of("buy", "sell", "close", "target", "target_percent");
  private static final Set<String> ORDER_TYPES =
      Set.of("market", "limit", "stop", "stop_limit", "trail", "unknown");
  private static final Set<String> OTHER_CALLS = Set.of("bracket", "modify", "cancel");
  private static final Map<String, Words> LANGUAGES =
      Map.of(
          "python",
          new Words(
              Set.of("on_start", "on_bar", "on_bars", "on_fill", "on_order", "on_stop"),
              Set.of("bool", "int", "float", "str", "Decimal", "None", "other", "required")),
          "java",
          new Words(
              Set.of("onStart", "onBar", "onBars", "onFill", "onOrder", "onStop"),
              Set.of("bool", "int", "float", "str", "other", "required")));

  /** Names of hooks and types of parameters that a language has. */
  private record Words(Set<String> hooks, Set<String> types) {}

  private ManifestChecks() {}

  /**
   * The manifest, if it is within its bounds and speaks {@code language}.
   *
   * @throws HelperException if not; if nothing is known of the language, whatever it says
   */
  static StrategyManifest checked(
      String language, dev.glovebox.proto.worker.v1.StrategyManifest manifest)
      throws HelperException {
    Words words = LANGUAGES.get(language);
    if (words == null) {
      throw HelperException.violation("a manifest of no known language");
    }
    demand(Text.fits(manifest.getStrategy(), NAME_BYTES_MAX), "name of a strategy");
    demand(Text.fits(manifest.getWarmUp(), TEXT_BYTES_MAX), "warm-up");
    demand(manifest.getOmitted() >= 0, "count of what is left out");
    List<Order> orders = manifest.getOrdersList().stream().map(ManifestChecks::order).toList();
    for (Order order : orders) {
      demand(isKnown(order), "order of no known kind");
    }
    ascending(orders.stream().map(order -> order.call() + ' ' + order.type()).toList(), "orders");
    names(manifest.getIndicatorsList(), "indicators");
    names(manifest.getInstrumentsList(), "instruments");
    names(manifest.getImportsList(), "imports");
    demand(words.hooks().containsAll(manifest.getHooksList()), "hook of no known name");
    ascending(manifest.getHooksList(), "hooks");
    return new StrategyManifest(
        manifest.getStrategy(),
        parameters(words.types(), manifest.getParametersList()),
        orders,
        manifest.getIndicatorsList(),
        manifest.getInstrumentsList(),
        manifest.getWarmUp(),
        manifest.getImportsList(),
        manifest.getHooksList(),
        manifest.getOmitted());
  }

  private static List<Parameter> parameters(Set<String> types, List<StrategyParameter> given)
      throws HelperException {
    demand(given.size() <= PARAMETERS_MAX, "number of parameters");
    Set<String> seen = new HashSet<>();
    for (StrategyParameter parameter : given) {
      demand(Text.fits(parameter.getName(), NAME_BYTES_MAX), "name of a parameter");
      demand(seen.add(parameter.getName()), "parameter named twice");
      demand(types.contains(parameter.getType()), "parameter of no known type");
      demand(Text.fits(parameter.getDefaultText(), TEXT_BYTES_MAX), "default of a parameter");
    }
    return given.stream()
        .map(parameter ->
            new Parameter(parameter.getName(), parameter.getType(), parameter.getDefaultText()))
        .toList();
  }

  private static Order order(StrategyOrder order) {
    return new Order(order.getCall(), order.getType());
  }

  private static boolean isKnown(Order order) {
    return TRADES.contains(order.call())
        ? ORDER_TYPES.contains(order.type())
        : OTHER_CALLS.contains(order.call()) && order.type().isEmpty();
  }

  private static void names(List<String> given, String what) throws HelperException {
    demand(given.size() <= NAMES_MAX, "number of " + what);
    for (String name : given) {
      demand(Text.fits(name, NAME_BYTES_MAX), "name among " + what);
    }
    ascending(given, what);
  }

  private static void ascending(List<String> given, String what) throws HelperException {
    for (int i = 1; i < given.size(); i++) {
      demand(given.get(i - 1).compareTo(given.get(i)) < 0, "order of " + what);
    }
  }

  private static void demand(boolean holds, String what) throws HelperException {
    if (!holds) {
      throw HelperException.violation("a manifest outside its bounds: " + what);
    }
  }
}
