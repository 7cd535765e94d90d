package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.prepare.python.SyntaxNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Warnings about time and memory. None of them flags: budgets and deadlines do that work. */
record ResourceCheck(Names names, Constants constants, Report report) implements Check {
  private static final BigInteger LARGE = BigInteger.TEN.pow(18);
  private static final BigInteger LARGE_COUNT = BigInteger.TEN.pow(7);
  private static final BigInteger LARGE_SIZE = BigInteger.TEN.pow(6);
  private static final BigInteger LARGE_EXPONENT = BigInteger.valueOf(1_000);

  private static final Pattern LONG_RUN = Pattern.compile("\\d{6}");

  private static final Pattern WIDTH =
      Pattern.compile("%[-+ 0#]{0,3}\\d{7,}[a-zA-Z]|\\{\\w{0,20}:[^{}]{0,4}?\\d{7,}");

  private static final Set<String> PADDING = Set.of("ljust", "rjust", "center", "zfill");

  private static final Set<String> KINDS =
      Set.of("Call", "Constant", "BinOp", "ExceptHandler", "Assign", "FormattedValue");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    switch (node.kind()) {
      case "Call" -> call(node);
      case "Constant" -> {
        large(node);
        widths(node);
      }
      case "BinOp" -> operation(node);
      case "ExceptHandler" -> everything(node);
      case "Assign" -> precision(node);
      case "FormattedValue" -> width(node);
      default -> {
        // Costs little.
      }
    }
  }

  private void call(SyntaxNode node) {
    SyntaxNode function = node.node("func").orElseThrow();
    List<SyntaxNode> arguments = node.nodes("args");
    if (function.is("Attribute")
        && PADDING.contains(Names.plain(function.text("attr")))
        && arguments.stream().findFirst().filter(width -> exceeds(width, LARGE_SIZE)).isPresent()) {
      report.add("PY403", node, "a very long text");
    }
    Optional<String> path = names.path(function);
    if (path.isEmpty()) {
      return;
    }
    switch (path.get()) {
      case "itertools.count", "itertools.cycle" ->
          report.add("PY404", node, quoted(path.get()) + " has no end");
      case "itertools.repeat" -> {
        if (arguments.size() < 2 && node.nodes("keywords").isEmpty()) {
          report.add("PY404", node, quoted(path.get()) + " has no end");
        }
      }
      case "builtins.iter" -> {
        if (arguments.size() == 2) {
          report.add("PY404", node, "'iter' with a sentinel may have no end");
        }
      }
      case "builtins.range" -> each(arguments, LARGE_COUNT, "a very long range");
      case "builtins.bytes", "builtins.bytearray" ->
          each(arguments, LARGE_SIZE, "a very long row of bytes");
      case "builtins.pow" -> {
        if (arguments.size() == 2 && exceeds(arguments.get(1), LARGE_EXPONENT)) {
          report.add("PY403", node, "a very large power");
        }
      }
      case "math.factorial", "math.comb", "math.perm" ->
          each(arguments, LARGE_EXPONENT, "a very large number of ways");
      case "decimal.Context", "decimal.localcontext" -> {
        for (SyntaxNode keyword : node.nodes("keywords")) {
          if (keyword.text("arg").equals("prec")) {
            each(keyword.node("value").stream().toList(), LARGE_EXPONENT, "a very large precision");
          }
        }
      }
      default -> {
        // Judged by what it is given.
      }
    }
  }

  private void each(List<SyntaxNode> arguments, BigInteger limit, String message) {
    for (SyntaxNode argument : arguments) {
      if (exceeds(argument, limit)) {
        report.add("PY403", argument, message);
      }
    }
  }

  private void large(SyntaxNode node) {
    boolean whole =
        node.literal("value")
            .filter(value -> value.type().equals("LONG") || value.type().equals("BIGINTEGER"))
            .isPresent();
    if (whole && exceeds(node, LARGE)) {
      report.add("PY403", node, "a very large number");
    }
  }

  private void operation(SyntaxNode node) {
    SyntaxNode left = node.node("left").orElseThrow();
    SyntaxNode right = node.node("right").orElseThrow();
    switch (node.text("op")) {
      case "Pow" -> {
        boolean tower =
            right.is("BinOp")
                && right.text("op").equals("Pow")
                && constants.whole(right.node("left").orElseThrow()).isPresent();
        if (tower || exceeds(right, LARGE_EXPONENT) || isHuge(node)) {
          report.add("PY403", node, "a very large power");
        }
      }
      case "LShift" -> {
        if (exceeds(right, LARGE_EXPONENT)) {
          report.add("PY403", node, "a very large shift");
        }
      }
      case "Mult" -> {
        if ((exceeds(right, LARGE_SIZE) && isSequence(left))
            || (exceeds(left, LARGE_SIZE) && isSequence(right))) {
          report.add("PY403", node, "a very long repetition");
        }
      }
      default -> {
        // Grows slowly.
      }
    }
  }

  private boolean isHuge(SyntaxNode node) {
    return constants.value(node).filter(Value.Huge.class::isInstance).isPresent();
  }

  private boolean isSequence(SyntaxNode node) {
    SyntaxNode first = node;
    while (first.is("BinOp") && constants.value(first).isEmpty()) {
      first = first.node("left").orElseThrow();
    }
    return switch (first.kind()) {
      case "List", "Tuple", "JoinedStr", "ListComp" -> true;
      // Texts and bytes too long to be worked out have no value here.
      case "Constant" -> constants.value(first).filter(ResourceCheck::isNumber).isEmpty();
      default -> constants.value(first).filter(value -> !isNumber(value)).isPresent();
    };
  }

  private static boolean isNumber(Value value) {
    return switch (value) {
      case Value.Whole _, Value.Huge _, Value.Real _ -> true;
      case Value.Text _, Value.Items _, Value.Table _ -> false;
    };
  }

  private boolean exceeds(SyntaxNode node, BigInteger limit) {
    return constants
        .value(node)
        .filter(value ->
            switch (value) {
              case Value.Whole(BigInteger number) -> number.compareTo(limit) > 0;
              case Value.Huge _ -> true;
              case Value.Real(double number) -> number > limit.doubleValue();
              case Value.Text _, Value.Items _, Value.Table _ -> false;
            })
        .isPresent();
  }

  // "%1000000000d", "{:1000000000}"
  private void widths(SyntaxNode node) {
    Optional<String> text = CallCheck.text(node);
    boolean template = text.filter(t -> t.indexOf('%') >= 0 || t.indexOf('{') >= 0).isPresent();
    if (template && WIDTH.matcher(text.orElseThrow()).find()) {
      report.add("PY403", node, "a very long field");
    }
  }

  // f"{x:1000000000}"
  private void width(SyntaxNode field) {
    Optional<String> spec = field.node("formatSpec").flatMap(constants::text).map(Value.Text::text);
    if (spec.filter(text -> LONG_RUN.matcher(text).find()).isPresent()) {
      report.add("PY403", field, "a very long field");
    }
  }

  private void everything(SyntaxNode handler) {
    Optional<SyntaxNode> type = handler.node("type");
    if (type.isEmpty() || type.flatMap(names::path).equals(Optional.of("builtins.BaseException"))) {
      report.add("PY407", handler, "catches everything");
    }
  }

  private void precision(SyntaxNode node) {
    for (SyntaxNode target : node.nodes("targets")) {
      if (target.is("Attribute")
          && target.text("attr").equals("prec")
          && node.node("value").filter(value -> exceeds(value, LARGE_EXPONENT)).isPresent()) {
        report.add("PY403", node, "a very large precision");
      }
    }
  }
}
