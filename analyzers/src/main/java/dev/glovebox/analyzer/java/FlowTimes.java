package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import dev.glovebox.analyzer.flow.Dates;
import dev.glovebox.analyzer.flow.Sense;
import dev.glovebox.analyzer.flow.Trait;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What calls of {@code java.time} stand for: which of them keep what names a day. */
final class FlowTimes {
  private static final int TIMES =
      Trait.MOMENT.bit()
          | Trait.SHIFTED.bit()
          | Trait.DATE.bit()
          | Trait.LASTING.bit()
          | Trait.DAYS.bit();

  /** Parts of a moment that come again and again. */
  private static final Set<String> CYCLIC =
      Set.of(
          "getMonth",
          "getMonthValue",
          "getDayOfMonth",
          "getDayOfWeek",
          "getDayOfYear",
          "getHour",
          "getMinute",
          "getSecond",
          "getNano",
          "getOffset",
          "toLocalTime",
          "toOffsetTime",
          "isLeapYear",
          "lengthOfMonth",
          "lengthOfYear",
          "isAfter",
          "isBefore",
          "isEqual",
          "equals",
          "compareTo",
          "hashCode");

  /** Classes whose values name no day. */
  private static final Set<String> DAYLESS =
      Set.of(
          "java/time/LocalTime",
          "java/time/OffsetTime",
          "java/time/DayOfWeek",
          "java/time/Month",
          "java/time/MonthDay",
          "java/time/ZoneOffset",
          "java/time/ZoneId");

  private static final Pattern ABSOLUTE_FIELD = Pattern.compile("EPOCH|PROLEPTIC|\\.YEAR|^YEAR");
  private static final Pattern ABSOLUTE_FORMAT = Pattern.compile("[yuYG]");

  private final Flow flow;
  private final Facts facts;

  FlowTimes(Flow flow, Facts facts) {
    this.flow = flow;
    this.facts = facts;
  }

  /** A static method of {@code owner}. */
  Sense made(MethodCallExpr call, String owner) {
    String name = call.getNameAsString();
    if (owner.equals("java/time/Duration") || owner.equals("java/time/Period")) {
      return name.equals("between") ? span(call, false) : lasting(call);
    }
    return DAYLESS.contains(owner) || owner.startsWith("java/time/format/")
        ? Sense.NONE
        : Dates.made(flow.all(call.getArguments()));
  }

  private Sense lasting(MethodCallExpr call) {
    double seconds =
        switch (call.getNameAsString()) {
          case "ofSeconds" -> 1;
          case "ofMinutes" -> 60;
          case "ofHours" -> 3_600;
          case "ofDays" -> 86_400;
          default -> 0;
        };
    Sense given = flow.all(call.getArguments());
    return seconds > 0 && given.numeric()
        ? Sense.range(0, given.least() * seconds, given.most() * seconds)
        : Sense.NONE;
  }

  /** A method of a value of {@code receiver}. */
  Sense of(MethodCallExpr call, String receiver, Sense base) {
    String name = call.getNameAsString();
    if (receiver.equals("java/time/temporal/ChronoUnit")) {
      boolean days =
          call.getScope().orElseThrow().toString().matches(".*(DAYS|WEEKS|MONTHS|YEARS)");
      return name.equals("between") ? span(call, days) : Sense.NONE;
    }
    if (CYCLIC.contains(name)) {
      return Sense.NONE;
    }
    return switch (name) {
      case "get", "getLong", "range" ->
          ABSOLUTE_FIELD.matcher(call.getArgument(0).toString()).find() ? base : Sense.NONE;
      case "until" ->
          call.getArguments().size() == 2 || !receiver.startsWith("java/time/chrono")
              ? spanned(base, flow.sense(call.getArgument(0)), true)
              : base;
      case "format" -> isAbsolute(call) ? base : Sense.NONE;
      case "toDays", "toDaysPart", "getDays" ->
          base.has(Trait.LASTING) ? Sense.of(Trait.DAYS) : base.only(TIMES);
      case "withYear" -> base.only(TIMES).with(Trait.DATE);
      default -> base.only(TIMES);
    };
  }

  private Sense span(MethodCallExpr call, boolean days) {
    return call.getArguments().size() == 2
        ? spanned(flow.sense(call.getArgument(0)), flow.sense(call.getArgument(1)), days)
        : Sense.NONE;
  }

  private static Sense spanned(Sense from, Sense to, boolean days) {
    if (!from.timed() && !to.timed()) {
      return Sense.NONE;
    }
    boolean dated = from.has(Trait.DATE) || to.has(Trait.DATE);
    return Sense.of(dated ? Trait.SHIFTED : days ? Trait.DAYS : Trait.LASTING);
  }

  // format(DateTimeFormatter.ofPattern("HH:mm")) leaves no day.
  private boolean isAbsolute(MethodCallExpr call) {
    if (call.getArguments().isEmpty()) {
      return true;
    }
    Expression formatter = call.getArgument(0);
    Optional<Expression> written =
        facts
            .names()
            .variable(formatter)
            .filter(Variable::isSetOnce)
            .flatMap(Variable::initial)
            .or(() -> Optional.of(formatter));
    return written
        .filter(MethodCallExpr.class::isInstance)
        .map(MethodCallExpr.class::cast)
        .filter(made -> made.getNameAsString().equals("ofPattern"))
        .flatMap(made -> facts.constants().text(made.getArgument(0)))
        .map(pattern -> ABSOLUTE_FORMAT.matcher(pattern).find())
        .orElse(true);
  }
}
