package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.flow.Trait;
import dev.glovebox.analyzer.words.Spelling;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.Span;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the host hands over is used as it is: attributes that exist, calls as they are made. */
record UseCheck(
    Names names,
    Flow flow,
    Receivers receivers,
    Report report,
    Map<Trait, NavigableSet<String>> knownNames)
    implements Check {
  private static final Set<String> KINDS = Set.of("Attribute", "Subscript", "Call");

  UseCheck(Names names, Flow flow, Report report) {
    this(names, flow, new Receivers(names, flow), report, new EnumMap<>(Trait.class));
  }

  private static final Map<Trait, String> WORDS =
      Map.of(
          Trait.CTX, "ctx",
          Trait.BAR, "bar",
          Trait.BARS, "bars",
          Trait.FILL, "fill",
          Trait.ORDER, "order");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Attribute" -> {
        if (node.text("context").equals("Load")) {
          attribute(place, node);
        }
      }
      case "Subscript" -> item(node);
      case "Call" -> call(node);
      default -> {
        // Uses nothing of the host.
      }
    }
  }

  private void attribute(Place place, SyntaxNode node) {
    String name = Names.plain(node.text("attr"));
    SyntaxNode value = node.node("value").orElseThrow();
    if (name.startsWith("_") || receivers.isAskedFor(name)) {
      return;
    }
    Optional<Trait> handed = receivers.handed(value);
    if (handed.isEmpty()) {
      onSelf(node, value, name);
      return;
    }
    NavigableSet<String> known = known(handed.get());
    if (known.contains(name)) {
      uncalled(place, node, handed.get(), name);
    } else if (!receivers.isOwn(name) && !isForbidden(name)) {
      unknown(node, handed.get(), name, known);
    }
  }

  private boolean isForbidden(String name) {
    return report.rules().lists("denied-attributes", name)
        || report.rules().lists("interop-attributes", name);
  }

  private NavigableSet<String> known(Trait handed) {
    return knownNames.computeIfAbsent(handed, this::read);
  }

  private NavigableSet<String> read(Trait handed) {
    NavigableSet<String> known = new TreeSet<>();
    switch (handed) {
      case CTX -> {
        known.addAll(report.rules().words("context-values"));
        known.addAll(report.rules().pairedWords("context-calls"));
      }
      case BAR -> known.addAll(report.rules().words("bar-values"));
      case BARS -> known.addAll(report.rules().words("bars-values"));
      case FILL -> known.addAll(report.rules().words("fill-values"));
      default -> known.addAll(report.rules().words("order-values"));
    }
    return known;
  }

  private void unknown(SyntaxNode node, Trait handed, String name, NavigableSet<String> known) {
    String word = WORDS.getOrDefault(handed, "");
    if (report.rules().lists("future-names", name)) {
      report.add("PY602", node, quoted(name) + " asks for what is yet to come");
      return;
    }
    String instead =
        report
            .rules()
            .paired("did-you-mean", word + "." + name)
            .map(told -> "Write " + told + ".")
            .or(() ->
                Spelling.nearest(name, known)
                    .map(near -> "Did you mean " + word + "." + near + "?"))
            .orElse(report.rules().rule("PY905").instead());
    report.add("PY905", node.span(), word + " has no " + quoted(name), instead);
  }

  // Other libraries have on the strategy itself what is on ctx here.
  private void onSelf(SyntaxNode node, SyntaxNode value, String name) {
    boolean ofContext =
        report.rules().lists("context-values", name)
            || report.rules().paired("context-calls", name).isPresent()
            || report.rules().paired("did-you-mean", "ctx." + name).isPresent();
    if (!ofContext || receivers.isOwn(name) || !names.isSelf(value) || !isOfStrategy(value)) {
      return;
    }
    String instead =
        report
            .rules()
            .paired("did-you-mean", "ctx." + name)
            .map(told -> "Write " + told + ".")
            .orElse("Did you mean ctx." + name + "? Hooks get ctx: on_bar(self, ctx, bar).");
    report.add("PY905", node.span(), "self has no " + quoted(name), instead);
  }

  private boolean isOfStrategy(SyntaxNode self) {
    Optional<SyntaxNode> definition =
        names.parameter(self).map(Binding.Parameter::function).map(names::opener);
    if (definition.filter(opener -> opener.is("ClassDef")).isEmpty()) {
      return false;
    }
    Strategies.Lineage lineage = flow.strategies().lineage(definition.get());
    return lineage.isStrategy() && lineage.isKnown();
  }

  private void item(SyntaxNode node) {
    Optional<Trait> handed = receivers.handed(node.node("value").orElseThrow());
    if (handed.isPresent() && handed.get() != Trait.BARS) {
      String word = WORDS.getOrDefault(handed.get(), "");
      String name =
          node.node("slice")
              .flatMap(CallCheck::text)
              .filter(known(handed.get())::contains)
              .orElse("close");
      report.add(
          "PY905",
          node.span(),
          word + " has no [...]",
          handed.get() == Trait.BAR ? "Write bar." + name + "." : "Write " + word + ".NAME.");
    }
  }

  // ctx.close > 5, or a lone ctx.close: the method itself is a value, and true.
  private void uncalled(Place place, SyntaxNode node, Trait handed, String name) {
    boolean method =
        handed == Trait.CTX && report.rules().paired("context-calls", name).isPresent();
    boolean asValue =
        place
            .around()
            .map(Place::node)
            .filter(outer ->
                outer.is("Compare")
                    || outer.is("BinOp")
                    || outer.is("Expr")
                    || outer.is("UnaryOp")
                    || outer.is("FormattedValue"))
            .isPresent();
    if (method && asValue) {
      String instead =
          name.equals("close")
              ? "Write bar.close for the price; ctx.close() closes the position."
              : "Write ctx." + name + "(...).";
      report.add("PY906", node.span(), "ctx." + name + " is not called", instead);
    }
  }

  private void call(SyntaxNode node) {
    SyntaxNode function = node.node("func").orElseThrow();
    if (!function.is("Attribute")) {
      return;
    }
    Optional<Trait> handed = receivers.handed(function.node("value").orElseThrow());
    if (handed.isEmpty()) {
      return;
    }
    String name = Names.plain(function.text("attr"));
    String word = WORDS.getOrDefault(handed.get(), "");
    Optional<String> form =
        handed.get() == Trait.CTX ? report.rules().paired("context-calls", name) : Optional.empty();
    if (form.isPresent()) {
      arguments(node, function, name, List.of(form.get().split(" ")));
    } else if (handed.get() != Trait.BARS
        && known(handed.get()).contains(name)
        && !name.equals("now")) {
      report.add(
          "PY906",
          node.span(),
          word + "." + name + " is a value, not a call",
          name.equals("random")
              ? "Write ctx.random.random()."
              : "Write " + word + "." + name + ".");
    }
  }

  private void arguments(SyntaxNode node, SyntaxNode function, String name, List<String> form) {
    int least = Integer.parseInt(form.get(0));
    int most = Integer.parseInt(form.get(1));
    List<String> words = form.subList(2, form.size());
    List<SyntaxNode> given = node.nodes("args");
    boolean open = given.stream().anyMatch(argument -> argument.is("Starred"));
    Set<String> byName = new HashSet<>();
    for (SyntaxNode keyword : node.nodes("keywords")) {
      String word = Names.plain(keyword.text("arg"));
      open |= word.isEmpty();
      byName.add(word);
      if (!word.isEmpty() && !words.contains(word)) {
        wrong(keyword.span(), "ctx." + name + " has no argument " + quoted(word), name, words);
      }
    }
    boolean lacking = given.size() < least && !byName.contains(words.getFirst());
    if (!open && (lacking || given.size() > most)) {
      wrong(
          function.span(),
          "ctx." + name + (lacking ? " lacks its argument" : " takes fewer arguments"),
          name,
          words);
    } else if (isQuantityText(name, given)) {
      wrong(given.getFirst().span(), "text where a quantity belongs", name, words);
    }
  }

  private static boolean isQuantityText(String name, List<SyntaxNode> given) {
    return Set.of("buy", "sell", "target", "target_percent").contains(name)
        && !given.isEmpty()
        && CallCheck.text(given.getFirst())
            .filter(text -> !text.isEmpty() && Character.isLetter(text.charAt(0)))
            .isPresent();
  }

  private void wrong(Span span, String message, String name, List<String> words) {
    String first = name.equals("close") ? "" : words.getFirst();
    report.add("PY906", span, message, "Write ctx." + name + "(" + first + ").");
  }
}
