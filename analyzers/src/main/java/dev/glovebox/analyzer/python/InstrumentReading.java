package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Instruments that a source names by literals, where an instrument is expected. */
final class InstrumentReading {
  private static final String INSTRUMENT = "instrument";
  private static final int BARS_INDEX = 2;

  // Calls that take an instrument, and at which place.
  private static final Map<String, Integer> PLACES =
      Map.of(
          "position_of", 0,
          "bar", 0,
          "working", 0,
          "max_quantity", 0,
          "close", 0,
          "history", 1,
          "closes", 1,
          "size_for", 1,
          "round_price", 2);

  private static final Set<String> DISPLAYS = Set.of("Tuple", "List", "Set");

  private final Names names;
  private final WrittenValues values;
  private final Set<String> found = new TreeSet<>();
  // A long list may be asked about often; once is enough.
  private final Set<SyntaxNode> seen = new HashSet<>();

  InstrumentReading(Names names, WrittenValues values) {
    this.names = names;
    this.values = values;
  }

  Set<String> found() {
    return Set.copyOf(found);
  }

  void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Call" -> call(node);
      case "Compare" -> {
        List<SyntaxNode> operands =
            Stream.concat(node.node("left").stream(), node.nodes("comparators").stream()).toList();
        if (operands.stream().anyMatch(InstrumentReading::asks)) {
          operands.forEach(this::add);
        }
      }
      case "Subscript" -> {
        if (node.node("value").filter(this::isBars).isPresent()) {
          node.node("slice").ifPresent(this::add);
        }
      }
      case "MatchValue" -> {
        if (place
            .nearest("Match")
            .flatMap(match -> match.node("subject"))
            .filter(InstrumentReading::asks)
            .isPresent()) {
          node.node("value").ifPresent(this::add);
        }
      }
      default -> {
        // Names no instrument.
      }
    }
  }

  private void call(SyntaxNode call) {
    call.nodes("keywords").stream()
        .filter(keyword -> keyword.text("arg").equals(INSTRUMENT))
        .flatMap(keyword -> keyword.node("value").stream())
        .forEach(this::add);
    SyntaxNode function = call.node("func").orElseThrow();
    if (function.is("Attribute")) {
      int place =
          PLACES.getOrDefault(Names.plain(function.text("attr")), call.nodes("args").size());
      call.nodes("args").stream().skip(place).limit(1).forEach(this::add);
    }
  }

  private static boolean asks(SyntaxNode node) {
    return node.is("Attribute") && node.text("attr").equals(INSTRUMENT);
  }

  private boolean isBars(SyntaxNode value) {
    return value.is("Name")
        && names
            .parameter(value)
            .filter(parameter -> parameter.index() == BARS_INDEX)
            .filter(parameter -> parameter.function().is("FunctionDef"))
            .filter(parameter -> parameter.function().text("name").equals("on_bars"))
            .isPresent();
  }

  private void add(SyntaxNode expression) {
    SyntaxNode meant = values.meant(expression);
    if (!seen.add(meant)) {
      return;
    }
    List<SyntaxNode> named = DISPLAYS.contains(meant.kind()) ? meant.children() : List.of(meant);
    named.stream()
        .map(values::text)
        .flatMap(Optional::stream)
        .filter(text -> !text.isEmpty())
        .forEach(found::add);
  }
}
