package dev.glovebox.analyzer.python;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.prepare.python.SyntaxNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads of what is not yet known at the bar: shifts, indexes and windows that reach ahead. */
record LookAheadCheck(Names names, Flow flow, Report report) implements Check {
  private static final Set<String> KINDS = Set.of("Call", "Subscript", "BinOp", "Assign", "If");

  private static final int NODES_MAX = 500;

  private static final Set<String> SHIFTS =
      Set.of("shift", "tshift", "diff", "pct_change", "lag", "roll", "lead", "displace");

  private static final Set<String> PAST = Set.of("history", "closes", "bar");

  private static final Set<String> STATISTICS =
      Set.of(
          "mean",
          "std",
          "var",
          "min",
          "max",
          "median",
          "quantile",
          "rank",
          "sum",
          "cummax",
          "describe",
          "fmean",
          "stdev",
          "pstdev");

  private static final Set<String> AVERAGES = Set.of("mean", "std", "median", "quantile");

  private static final Set<String> POSITIONS = Set.of("iloc", "iat", "loc", "at");

  private static final Set<String> COLUMNS = Set.of("open", "high", "low", "close", "volume");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Call" -> call(node);
      case "Subscript" -> {
        if (node.text("context").equals("Load")) {
          SyntaxNode slice = node.node("slice").orElseThrow();
          if (slice.is("Slice")) {
            window(node, slice);
          } else {
            index(node, flow.sense(slice));
          }
        }
      }
      case "BinOp" -> mask(node);
      case "Assign" -> leak(node);
      case "If" -> ordersByLater(node);
      default -> {
        // Reads nothing by position.
      }
    }
  }

  private void call(SyntaxNode node) {
    SyntaxNode function = node.node("func").orElseThrow();
    String name = name(function);
    List<SyntaxNode> given = node.nodes("args");
    if (SHIFTS.contains(name) && (isBackwards(node, "periods") || isBackwards(node, "n"))) {
      report.add("PY601", node, "shifts values of later bars to this one");
    } else if (name.equals("bfill")
        || name.equals("backfill")
        || Keywords.value(node, "method")
            .flatMap(CallCheck::text)
            .filter(text -> text.equals("bfill") || text.equals("backfill"))
            .isPresent()) {
      report.add("PY601", node, "fills a gap with what came after it");
    } else if (PAST.contains(name)
        && isContext(function)
        && (given.stream().anyMatch(this::isNegative)
            || node.nodes("keywords").stream()
                .flatMap(keyword -> keyword.node("value").stream())
                .anyMatch(this::isNegative))) {
      report.add("PY601", node, "asks for bars that are yet to come");
    }
    for (String keyword : List.of("center", "centered", "centre")) {
      if (Keywords.value(node, keyword).filter(LookAheadCheck::isTrue).isPresent()) {
        report.add("PY603", node, "a window around each bar reaches past it");
      }
    }
    wholeSeries(node, function);
    if (name.equals("next") && !given.isEmpty()) {
      played(node, given.getFirst());
    }
    if (function.is("Attribute") && name.equals("get") && !given.isEmpty()) {
      plan(node, flow.sense(function.node("value")), flow.sense(given.getFirst()));
    }
  }

  private static String name(SyntaxNode function) {
    return switch (function.kind()) {
      case "Attribute" -> Names.plain(function.text("attr"));
      case "Name" -> Names.plain(function.text("id"));
      default -> "";
    };
  }

  private boolean isContext(SyntaxNode function) {
    return function.is("Attribute") && flow.sense(function.node("value")).has(Trait.CTX);
  }

  private static boolean isTrue(SyntaxNode value) {
    return value.is("Constant")
        && value
            .literal("value")
            .filter(literal -> literal.text().equals("true") || literal.text().equals("1"))
            .isPresent();
  }

  // A method shifts by its first argument, a function by its second.
  private boolean isBackwards(SyntaxNode call, String keyword) {
    boolean method = call.node("func").filter(func -> func.is("Attribute")).isPresent();
    List<SyntaxNode> given = call.nodes("args");
    boolean moduleFunction = method && call.node("func").flatMap(names::path).isPresent();
    int index = method && !moduleFunction ? 0 : 1;
    return (index < given.size() && isNegative(given.get(index)))
        || Keywords.value(call, keyword).filter(this::isNegative).isPresent();
  }

  private boolean isNegative(SyntaxNode value) {
    Sense sense = flow.sense(value);
    return sense.numeric()
        ? sense.most() < 0
        : value.is("UnaryOp") && value.text("op").equals("USub");
  }

  private void index(SyntaxNode node, Sense at) {
    Sense held = flow.sense(node.node("value"));
    boolean barByBar = at.has(Trait.EVERY_BAR) || held.has(Trait.SERIES);
    if ((at.has(Trait.AHEAD) && barByBar) || isBorrowed(node, at)) {
      report.add("PY602", node, "reads the entry after the current bar");
    } else if (isWholeRound(node) && held.has(Trait.TABLE)) {
      report.add("PY607", node, "looks up by the number of the bar what to do or expect");
    } else {
      plan(node, held, at);
    }
  }

  // frame.iloc[i + 1], and self.data.close[1], which elsewhere is the bar after this one.
  private boolean isBorrowed(SyntaxNode node, Sense at) {
    SyntaxNode value = node.node("value").orElseThrow();
    SyntaxNode slice = node.node("slice").orElseThrow();
    if (!value.is("Attribute")) {
      return false;
    }
    boolean position = POSITIONS.contains(value.text("attr"));
    boolean later =
        slice.is("BinOp")
            && slice.text("op").equals("Add")
            && flow.sense(slice.node("right")).least() >= 1
            && flow.sense(slice.node("right")).numeric();
    boolean feed =
        COLUMNS.contains(value.text("attr"))
            && value
                .node("value")
                .filter(base -> base.is("Attribute") && base.text("attr").equals("data"))
                .isPresent();
    return (position && later) || (feed && slice.is("Constant") && at.numeric() && at.least() >= 1);
  }

  private void plan(SyntaxNode node, Sense held, Sense at) {
    boolean known = held.has(Trait.TABLE) || held.has(Trait.SERIES);
    boolean counts = at.has(Trait.COUNTER) && !at.has(Trait.REPEATING);
    if (known && counts) {
      report.add("PY607", node, "looks up by the number of the bar what to do or expect");
    }
  }

  // PLAN[bar % len(PLAN)]: a plan that begins again at its end.
  private boolean isWholeRound(SyntaxNode node) {
    SyntaxNode slice = node.node("slice").orElseThrow();
    if (!slice.is("BinOp") || !slice.text("op").equals("Mod")) {
      return false;
    }
    Sense count = flow.sense(slice.node("left"));
    SyntaxNode length = slice.node("right").orElseThrow();
    return count.has(Trait.COUNTER)
        && !count.has(Trait.REPEATING)
        && length.is("Call")
        && name(length.node("func").orElseThrow()).equals("len")
        && length.nodes("args").stream()
            .anyMatch(given -> Counters.isSame(given, node.node("value").orElseThrow()));
  }

  // next(PLAN): an iterator over a table that outlives the bar is a plan, played bar by bar.
  private void played(SyntaxNode node, SyntaxNode iterator) {
    if ((iterator.is("Name") || iterator.is("Attribute"))
        && flow.sense(iterator).has(Trait.TABLE)
        && Counters.outlives(names, iterator)) {
      report.add("PY607", node, "plays a table bar by bar");
    }
  }

  // (MASK >> bar) & 1: a plan written as a number.
  private void mask(SyntaxNode node) {
    if (node.text("op").equals("RShift")) {
      Sense left = flow.sense(node.node("left"));
      Sense right = flow.sense(node.node("right"));
      if (left.numeric() && left.most() > 0xFFFF && right.has(Trait.COUNTER)) {
        report.add("PY607", node, "looks up by the number of the bar what to do or expect");
      }
    }
  }

  // labels[i] = values[i + 1]: an entry that is made of a later one.
  private void leak(SyntaxNode node) {
    Optional<SyntaxNode> index =
        node.nodes("targets").stream()
            .filter(target -> target.is("Subscript"))
            .flatMap(target -> target.node("slice").stream())
            .filter(slice -> slice.is("Name"))
            .findFirst();
    if (index.isEmpty()) {
      return;
    }
    Deque<SyntaxNode> open = new ArrayDeque<>();
    node.node("value").ifPresent(open::push);
    for (int i = 0; i < NODES_MAX && !open.isEmpty(); i++) {
      SyntaxNode here = open.pop();
      if (here.is("Subscript")
          && here.node("slice").filter(at -> isLater(at, index.get())).isPresent()) {
        report.add("PY604", here, "an entry that is made of a later one");
        return;
      }
      here.children().forEach(open::push);
    }
  }

  // later = bars[i + 1]; if later.close > bars[i].close: ctx.buy(1)
  private void ordersByLater(SyntaxNode node) {
    boolean orders =
        node.nodes("body").stream()
            .filter(statement -> statement.is("Expr"))
            .flatMap(statement -> statement.node("value").stream())
            .filter(value -> value.is("Call"))
            .flatMap(call -> call.node("func").stream())
            .anyMatch(this::isContext);
    if (!orders) {
      return;
    }
    Deque<SyntaxNode> open = new ArrayDeque<>();
    node.node("test").ifPresent(open::push);
    for (int i = 0; i < NODES_MAX && !open.isEmpty(); i++) {
      SyntaxNode here = open.pop();
      if (!here.is("BinOp") && flow.sense(here).has(Trait.LATER)) {
        report.add("PY604", here, "an order for an entry because of a later one");
        return;
      }
      here.children().forEach(open::push);
    }
  }

  private boolean isLater(SyntaxNode slice, SyntaxNode index) {
    if (!slice.is("BinOp") || !slice.text("op").equals("Add")) {
      return false;
    }
    SyntaxNode left = slice.node("left").orElseThrow();
    SyntaxNode right = slice.node("right").orElseThrow();
    return (Counters.isSame(left, index) && flow.sense(right).most() >= 1)
        || (Counters.isSame(right, index) && flow.sense(left).most() >= 1);
  }

  private void window(SyntaxNode node, SyntaxNode slice) {
    Sense upper = flow.sense(slice.node("upper"));
    Sense lower = flow.sense(slice.node("lower"));
    Sense held = flow.sense(node.node("value"));
    boolean ahead = lower.has(Trait.AHEAD) && lower.has(Trait.EVERY_BAR);
    if (ahead && !held.has(Trait.CLOSES) && !held.has(Trait.BARS)) {
      report.add("PY602", node, "reads entries after the current bar");
      return;
    }
    Optional<SyntaxNode> centre =
        slice
            .node("lower")
            .flatMap(Windows::before)
            .filter(before ->
                slice.node("upper").filter(after -> Windows.isAround(before, after)).isPresent())
            .map(before -> before.node("left").orElseThrow());
    if (centre.isPresent()) {
      boolean past =
          held.has(Trait.CLOSES)
              || held.has(Trait.BARS)
              || held.has(Trait.PRICE)
              || held.has(Trait.COMPUTED);
      report.add(
          past && !held.has(Trait.SERIES) ? "PY604" : "PY603",
          node,
          "a window around an entry reaches past it");
    } else if (upper.has(Trait.AHEAD)
        && upper.has(Trait.EVERY_BAR)
        && (held.has(Trait.SERIES) || held.has(Trait.TABLE))) {
      report.add("PY602", node, "reads entries up to the current bar and after it");
    }
  }

  private void wholeSeries(SyntaxNode node, SyntaxNode function) {
    String path = names.path(function).orElse("");
    boolean statistic =
        path.startsWith("statistics.")
            || path.equals("builtins.min")
            || path.equals("builtins.max")
            || path.equals("builtins.sum")
            || path.equals("builtins.sorted")
            || path.equals("math.fsum");
    boolean whole =
        node.nodes("args").stream().map(flow::sense).anyMatch(given -> given.has(Trait.SERIES));
    boolean column = function.is("Attribute") && node.nodes("args").isEmpty() && isWhole(function);
    if ((statistic && whole) || column) {
      report.add("PY605", node, "a figure of the whole series knows its end");
    }
  }

  // frame["close"].max(), prices.mean(): nothing here has such methods but what was borrowed.
  private boolean isWhole(SyntaxNode function) {
    String name = Names.plain(function.text("attr"));
    SyntaxNode value = function.node("value").orElseThrow();
    if (!flow.methods(name).isEmpty() || names.path(value).isPresent()) {
      return false;
    }
    return (STATISTICS.contains(name) && isColumn(value))
        || (AVERAGES.contains(name) && (value.is("Name") || value.is("Attribute")));
  }

  private boolean isColumn(SyntaxNode value) {
    if (value.is("Subscript")) {
      return value.node("slice").flatMap(CallCheck::text).isPresent();
    }
    return value.is("Attribute") && COLUMNS.contains(value.text("attr")) && isForeign(value);
  }

  private boolean isForeign(SyntaxNode attribute) {
    Sense base = flow.sense(attribute.node("value"));
    return !base.has(Trait.BAR) && !base.has(Trait.EXACT) && !base.has(Trait.BARS);
  }
}
