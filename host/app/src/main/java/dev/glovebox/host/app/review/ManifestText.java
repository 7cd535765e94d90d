package dev.glovebox.host.app.review;

import dev.glovebox.host.candidate.StrategyManifest;
import dev.glovebox.host.model.UntrustedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a source says of itself, one statement to a line; every word of it is encoded. */
final class ManifestText {
  private ManifestText() {}

  static List<String> lines(StrategyManifest manifest) {
    List<String> lines = new ArrayList<>();
    if (!manifest.strategy().raw().isEmpty()) {
      lines.add("strategy " + manifest.strategy().forTerminal());
    }
    manifest
        .parameters()
        .forEach(parameter ->
            lines.add(
                "parameter "
                    + parameter.name().forTerminal()
                    + ": "
                    + parameter.type().forTerminal()
                    + (parameter.type().raw().equals("required") ? "" : " = " + value(parameter))));
    manifest
        .orders()
        .forEach(order ->
            lines.add(
                ("order " + order.call().forTerminal() + " " + order.type().forTerminal())
                    .strip()));
    named("indicator", manifest.indicators(), lines);
    named("instrument", manifest.instruments(), lines);
    if (!manifest.warmUp().raw().isEmpty()) {
      lines.add("warm-up " + manifest.warmUp().forTerminal());
    }
    named("import", manifest.imports(), lines);
    named("hook", manifest.hooks(), lines);
    if (!manifest.isComplete()) {
      lines.add(
          manifest.omitted()
              + " entries left out or cut: beyond the limits; it cannot be promoted");
    }
    return lines;
  }

  // In quotes, so that a text cannot look like a number.
  private static String value(StrategyManifest.Parameter parameter) {
    String shown = parameter.defaultText().forTerminal();
    return parameter.type().raw().equals("str") ? '"' + shown + '"' : shown;
  }

  private static void named(String what, List<UntrustedText> names, List<String> lines) {
    names.forEach(name -> lines.add(what + " " + name.forTerminal()));
  }

  /** Returns the statements of {@code one} that {@code other} does not make. */
  static List<String> only(StrategyManifest one, StrategyManifest other) {
    Set<String> lines = new LinkedHashSet<>(lines(one));
    lines(other).forEach(lines::remove);
    return List.copyOf(lines);
  }
}
