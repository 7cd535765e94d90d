package dev.glovebox.session;

import java.util.List;

/**
 * What a source says of itself, as the analysis process says: advice to people, and untrusted. Of
 * bounded size, sorted, its words from the lists of {@link ManifestChecks}.
 *
 * @param omitted entries left out and texts cut; 0 = everything is here
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
    long omitted) {
  /** Copies the lists. */
  public StrategyManifest {
    parameters = List.copyOf(parameters);
    orders = List.copyOf(orders);
    indicators = List.copyOf(indicators);
    instruments = List.copyOf(instruments);
    imports = List.copyOf(imports);
    hooks = List.copyOf(hooks);
  }

  /** A parameter; {@code name} and {@code defaultText} are the candidate's words. */
  public record Parameter(String name, String type, String defaultText) {}

  /** A way in which orders are placed; both words are ours. */
  public record Order(String call, String type) {}
}
