package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import dev.glovebox.analyzer.flow.Combined;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What calls of methods and constructors stand for. */
final class FlowCalls {
  private static final String INDICATORS = "dev/glovebox/strategy/indicators/";

  private static final int TIMES =
      Trait.MOMENT.bit() | Trait.SHIFTED.bit() | Trait.DATE.bit() | Trait.DIGITS.bit();

  private static final Set<String> ITEMS =
      Set.of(
          "get",
          "getFirst",
          "getLast",
          "getOrDefault",
          "peek",
          "peekFirst",
          "peekLast",
          "poll",
          "pollFirst",
          "pollLast",
          "pop",
          "remove",
          "removeFirst",
          "removeLast",
          "first",
          "last",
          "next",
          "findFirst",
          "findAny",
          "orElse",
          "orElseThrow",
          "orElseGet",
          "getKey",
          "getValue",
          "getAsDouble",
          "getAsInt",
          "getAsLong");

  private static final Set<String> NEITHER =
      Set.of(
          "contains",
          "containsKey",
          "containsValue",
          "indexOf",
          "isEmpty",
          "length",
          "add",
          "equals",
          "hashCode",
          "anyMatch",
          "allMatch",
          "noneMatch",
          "min",
          "max",
          "average",
          "sum",
          "count",
          "hasNext");

  private static final Set<String> COLLECTING = Set.of("toSet", "toMap", "groupingBy");

  private final Flow flow;
  private final Facts facts;
  private final FlowReading reading;
  private final FlowTimes times;

  FlowCalls(FlowReading reading, Flow flow, Facts facts) {
    this.reading = reading;
    this.flow = flow;
    this.facts = facts;
    this.times = new FlowTimes(flow, facts);
  }

  /** What {@code new X(...)} stands for. */
  Sense made(ObjectCreationExpr made) {
    Sense given = flow.all(made.getArguments());
    return switch (facts.types().of(made).name()) {
      case "java/util/HashMap", "java/util/HashSet" ->
          given.without(Trait.TABLE.bit()).with(Trait.SET);
      case "java/util/TreeMap", "java/util/TreeSet", "java/util/PriorityQueue" ->
          given.without(Trait.SET.bit()).unnumbered();
      case "java/util/ArrayList",
          "java/util/LinkedList",
          "java/util/ArrayDeque",
          "java/util/LinkedHashMap",
          "java/util/LinkedHashSet" ->
          made.getArguments().size() == 1 && given.numeric() && given.traits() == 0
              ? Sense.NONE
              : given;
      default -> Sense.NONE;
    };
  }

  /** What a call stands for; {@code part} is what the part of a record holds that it reads. */
  Sense sense(MethodCallExpr call, Optional<Sense> part) {
    if (part.isPresent()) {
      return part.get();
    }
    List<CallableDeclaration<?>> own = facts.methods().targets(call);
    if (!own.isEmpty()) {
      Sense sense = Sense.NONE;
      for (CallableDeclaration<?> target : own) {
        sense = sense.or(flow.result(target).sense());
      }
      return sense;
    }
    if (call.getScope().isEmpty()) {
      return Sense.NONE;
    }
    Expression scope = call.getScope().get();
    Optional<String> named = facts.names().named(scope);
    String receiver = named.orElseGet(() -> facts.types().of(scope).name());
    Sense base = flow.sense(scope);
    if (receiver.startsWith("java/time/")) {
      return named.isPresent() ? times.made(call, receiver) : times.of(call, receiver, base);
    }
    if (receiver.startsWith(INDICATORS)) {
      return receiver.endsWith("/Crossover") ? Sense.NONE : Sense.of(Trait.COMPUTED);
    }
    return switch (receiver) {
      case "dev/glovebox/strategy/Context" -> context(call.getNameAsString());
      case "dev/glovebox/strategy/Bar", "dev/glovebox/strategy/Fill" -> handed(call, base);
      case "java/lang/Math" -> computed(call);
      case "java/lang/String" -> named.isPresent() ? shown(call) : text(call, base);
      case "java/lang/Integer", "java/lang/Long", "java/lang/Double", "java/util/Objects" ->
          named.isPresent() ? flow.all(call.getArguments()).without(FlowReading.FIGURES) : base;
      default -> named.isPresent() ? statics(call) : contained(call, base, receiver);
    };
  }

  private static Sense context(String name) {
    return switch (name) {
      case "now" -> Sense.of(Trait.MOMENT);
      case "barIndex" -> Sense.of(Trait.COUNTER).with(Trait.EVERY_BAR);
      case "closes" -> Sense.of(Trait.CLOSES);
      case "history" -> Sense.of(Trait.BARS);
      default -> Sense.NONE;
    };
  }

  private static Sense handed(MethodCallExpr call, Sense base) {
    Sense member =
        switch (call.getNameAsString()) {
          case "open", "high", "low", "close", "price" -> Sense.of(Trait.PRICE);
          case "openTime", "closeTime", "effectiveTime", "knownTime" -> Sense.of(Trait.MOMENT);
          default -> Sense.NONE;
        };
    return base.has(Trait.LATER) ? member.with(Trait.LATER) : member;
  }

  private Sense computed(MethodCallExpr call) {
    Sense given = flow.all(call.getArguments());
    boolean two = call.getArguments().size() == 2;
    return switch (call.getNameAsString()) {
      case "min", "max", "clamp" -> given.without(Trait.PER_PRICE.bit());
      case "floor", "ceil", "rint", "round" -> given.without(FlowReading.FIGURES);
      case "floorMod" -> Sense.NONE;
      case "addExact" -> two ? combined("Add", call) : given;
      case "subtractExact" -> two ? combined("Sub", call) : given;
      case "multiplyExact" -> two ? combined("Mult", call) : given;
      case "abs", "toIntExact" -> given;
      default -> given.has(Trait.PRICE) ? Sense.of(Trait.COMPUTED) : Sense.NONE;
    };
  }

  private Sense combined(String op, MethodCallExpr call) {
    return Combined.of(op, flow.sense(call.getArgument(0)), flow.sense(call.getArgument(1)));
  }

  // String.valueOf(now), String.format("%s", now)
  private Sense shown(MethodCallExpr call) {
    Sense given = flow.all(call.getArguments());
    return given.timed() ? given.only(TIMES) : given.only(0);
  }

  // substring(5) of a moment begins after its year.
  private Sense text(MethodCallExpr call, Sense base) {
    return switch (call.getNameAsString()) {
      case "substring", "charAt", "subSequence" -> {
        Sense first = flow.sense(call.getArgument(0));
        boolean later = base.timed() && first.numeric() && first.least() >= 1;
        yield later ? Sense.NONE : base.without(Trait.TABLE.bit());
      }
      case "formatted" -> shown(call);
      case "split", "strip", "trim", "replace", "concat", "toLowerCase", "toUpperCase" ->
          base.without(Trait.TABLE.bit());
      case "toString", "toCharArray", "chars", "repeat", "getBytes" -> base;
      default -> base.only(Trait.SERIES.bit());
    };
  }

  private Sense statics(MethodCallExpr call) {
    List<Expression> given = call.getArguments();
    return switch (call.getNameAsString()) {
      case "of", "asList", "ofEntries" -> reading.container(given);
      case "stream", "copyOf", "unmodifiableList", "unmodifiableMap", "entry", "iterate" ->
          flow.all(given);
      case "copyOfRange" -> flow.sense(given.getFirst());
      case "max", "min" -> FlowReading.item(flow.all(given));
      default -> Sense.NONE;
    };
  }

  private Sense contained(MethodCallExpr call, Sense base, String receiver) {
    String name = call.getNameAsString();
    if (receiver.startsWith("java/lang/") || receiver.equals("java/math/BigDecimal")) {
      return NEITHER.contains(name) ? Sense.NONE : base.without(FlowReading.FIGURES);
    }
    if (ITEMS.contains(name)) {
      boolean list = name.equals("get") && call.getArguments().size() == 1;
      return list
          ? FlowReading.entry(base, flow.sense(call.getArgument(0)))
          : FlowReading.item(base);
    }
    if (NEITHER.contains(name)) {
      return Sense.NONE;
    }
    return switch (name) {
      case "size" -> base.has(Trait.GROWING) ? Sense.of(Trait.COUNTER) : Sense.NONE;
      case "sorted" -> base.without(Trait.SET.bit());
      case "reversed" ->
          base.has(Trait.REVERSED) ? base.without(Trait.REVERSED.bit()) : base.with(Trait.REVERSED);
      case "collect" -> collected(call, base);
      case "map", "mapToObj", "mapToDouble", "mapToInt", "mapToLong" -> mapped(call, base);
      default -> base.unnumbered();
    };
  }

  private Sense mapped(MethodCallExpr call, Sense base) {
    Sense kept =
        base.only(Trait.SET.bit() | Trait.SERIES.bit() | Trait.TABLE.bit() | Trait.REVERSED.bit());
    for (Expression argument : call.getArguments()) {
      if (argument instanceof LambdaExpr lambda) {
        kept = kept.or(flow.result(lambda).sense());
      }
    }
    return kept;
  }

  // Without a supplier of its own, a collector makes a HashMap or HashSet.
  private Sense collected(MethodCallExpr call, Sense base) {
    boolean hashed =
        call.getArguments().stream()
            .filter(MethodCallExpr.class::isInstance)
            .map(MethodCallExpr.class::cast)
            .anyMatch(collector ->
                COLLECTING.contains(collector.getNameAsString())
                    && collector.getArguments().size()
                        < (collector.getNameAsString().equals("toMap") ? 4 : 3));
    return hashed ? base.with(Trait.SET) : base;
  }
}
