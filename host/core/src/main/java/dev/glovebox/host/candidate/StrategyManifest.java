package dev.glovebox.host.candidate;

import dev.glovebox.host.model.CanonicalJson;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Json;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.Sha256;
import dev.glovebox.host.model.UntrustedText;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a source says of itself, version 1: read by analysis from the syntax tree, kept as a payload
 * in canonical JSON, its hash part of what a reviewer signs. Advice to people: nothing that is said
 * here widens what a run may do.
 *
 * @param strategy name of the one leaf class; empty if there is not exactly one
 * @param warmUp what is written for {@code warmup_bars}; empty if nothing is
 * @param omitted entries left out and texts cut because of the limits; 0 = everything is here
 */
public record StrategyManifest(
    UntrustedText strategy,
    List<Parameter> parameters,
    List<Order> orders,
    List<UntrustedText> indicators,
    List<UntrustedText> instruments,
    UntrustedText warmUp,
    List<UntrustedText> imports,
    List<UntrustedText> hooks,
    long omitted) {
  /** Version of the form. */
  static final int VERSION = 1;

  /** Says nothing. */
  public static final StrategyManifest EMPTY =
      new StrategyManifest(
          new UntrustedText(""),
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          new UntrustedText(""),
          List.of(),
          List.of(),
          0);

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
   * @param type Python's word, {@code other} for an expression, {@code required} without a default
   */
  public record Parameter(UntrustedText name, UntrustedText type, UntrustedText defaultText) {}

  /** A way in which orders are placed: the call, and the type of order; empty where it has none. */
  public record Order(UntrustedText call, UntrustedText type) {}

  /** Returns whether everything is here that analysis found. */
  public boolean isComplete() {
    return omitted == 0;
  }

  /** Returns {@code strategy_manifest.json}. */
  public byte[] bytes() {
    return json().bytes();
  }

  /** Returns the hash of {@link #bytes}. */
  public Sha256 hash() {
    return Sha256.of(bytes());
  }

  /** Returns the canonical form. */
  public Json.Obj json() {
    Map<String, Json> members = new TreeMap<>();
    members.put("v", Json.of(VERSION));
    members.put("strategy", strategy.forJson());
    members.put(
        "parameters",
        Json.of(
            parameters.stream()
                .map(parameter ->
                    Json.of(
                        Map.of(
                            "name", parameter.name().forJson(),
                            "type", parameter.type().forJson(),
                            "default", parameter.defaultText().forJson())))
                .toList()));
    members.put(
        "orders",
        Json.of(
            orders.stream()
                .map(order ->
                    Json.of(Map.of("call", order.call().forJson(), "type", order.type().forJson())))
                .toList()));
    members.put("indicators", texts(indicators));
    members.put("instruments", texts(instruments));
    members.put("warm_up", warmUp.forJson());
    members.put("imports", texts(imports));
    members.put("hooks", texts(hooks));
    members.put("omitted", Json.of(omitted));
    return Json.of(members);
  }

  private static Json texts(List<UntrustedText> texts) {
    return Json.of(texts.stream().map(UntrustedText::forJson).toList());
  }

  /**
   * Reads what {@link #bytes} wrote.
   *
   * @throws Refusal AUDIT_PAYLOAD_MISMATCH if it has another form
   */
  public static StrategyManifest parse(byte[] bytes) {
    try {
      if (CanonicalJson.parse(bytes) instanceof Json.Obj(var members)
          && Json.of(VERSION).equals(members.get("v"))
          && members.get("omitted") instanceof Json.Int(long omitted)) {
        return new StrategyManifest(
            text(members, "strategy"),
            list(members, "parameters").stream().map(StrategyManifest::parameter).toList(),
            list(members, "orders").stream().map(StrategyManifest::order).toList(),
            texts(members, "indicators"),
            texts(members, "instruments"),
            text(members, "warm_up"),
            texts(members, "imports"),
            texts(members, "hooks"),
            omitted);
      }
    } catch (IllegalArgumentException e) {
      // Answered below.
    }
    throw new Refusal(Code.AUDIT_PAYLOAD_MISMATCH, "a strategy manifest of another form");
  }

  private static Parameter parameter(Json json) {
    Map<String, Json> members = members(json);
    return new Parameter(text(members, "name"), text(members, "type"), text(members, "default"));
  }

  private static Order order(Json json) {
    Map<String, Json> members = members(json);
    return new Order(text(members, "call"), text(members, "type"));
  }

  private static Map<String, Json> members(Json json) {
    if (json instanceof Json.Obj(var members)) {
      return members;
    }
    throw new IllegalArgumentException("no object");
  }

  private static UntrustedText text(Map<String, Json> members, String key) {
    return text(members.getOrDefault(key, new Json.Null()));
  }

  private static UntrustedText text(Json json) {
    if (json instanceof Json.Str(String text)) {
      return new UntrustedText(text);
    }
    throw new IllegalArgumentException("no text");
  }

  private static List<Json> list(Map<String, Json> members, String key) {
    if (members.get(key) instanceof Json.Arr(var elements)) {
      return elements;
    }
    throw new IllegalArgumentException("no list");
  }

  private static List<UntrustedText> texts(Map<String, Json> members, String key) {
    return list(members, key).stream().map(StrategyManifest::text).toList();
  }
}
