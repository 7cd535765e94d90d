package dev.glovebox.analyzer.flow;

/**
 * What arithmetic makes of what its operands may stand for; operators have their names in Python.
 */
public final class Combined {
  private static final int TIMED = Trait.MOMENT.bit() | Trait.SHIFTED.bit();
  private static final int COUNTING =
      Trait.COUNTER.bit() | Trait.EVERY_BAR.bit() | Trait.AHEAD.bit() | Trait.REPEATING.bit();

  /** What arithmetic with anything keeps. */
  private static final int KEPT = Trait.LATER.bit();

  private static final int FIGURES =
      Trait.PRICE.bit() | Trait.COMPUTED.bit() | Trait.PER_PRICE.bit();

  private Combined() {}

  /**
   * What {@code left op right} stands for; {@code op} is {@code Add}, {@code Sub}, {@code Mult},
   * {@code Div}...
   */
  public static Sense of(String op, Sense left, Sense right) {
    Sense result = joined(op, left, right);
    int kept = (left.traits() | right.traits()) & KEPT;
    return kept == 0 ? result : result.or(Sense.range(kept, Double.NaN, Double.NaN));
  }

  private static Sense joined(String op, Sense left, Sense right) {
    if (left.timed() || right.timed()) {
      return timed(op, left, right);
    }
    if (left.has(Trait.DATE) || right.has(Trait.DATE)) {
      return op.equals("Mod") ? Sense.NONE : left.or(right).only(Trait.DATE.bit());
    }
    if (left.has(Trait.SET) && !op.equals("Mod")) {
      return left.or(right);
    }
    if (left.has(Trait.COUNTER) || right.has(Trait.COUNTER)) {
      return counted(op, left, right);
    }
    int figures = (left.traits() | right.traits()) & FIGURES;
    if (figures != 0 || op.equals("Div")) {
      return figured(op, left, right, figures);
    }
    return Numbers.combined(op, left, right);
  }

  private static Sense timed(String op, Sense left, Sense right) {
    boolean both = left.timed() && right.timed();
    return switch (op) {
      case "Mod" -> left.timed() ? Sense.NONE : right.only(TIMED);
      case "Sub" -> {
        if (both) {
          yield Sense.of(Trait.LASTING);
        }
        boolean constant =
            left.has(Trait.DATE) || right.has(Trait.DATE) || left.numeric() || right.numeric();
        yield constant ? Sense.of(Trait.SHIFTED) : left.or(right).only(TIMED);
      }
      case "Add" -> left.or(right).only(TIMED | Trait.DATE.bit());
      default ->
          left.numeric() || right.numeric() ? Sense.of(Trait.SHIFTED) : left.or(right).only(TIMED);
    };
  }

  private static Sense counted(String op, Sense left, Sense right) {
    boolean both = left.has(Trait.COUNTER) && right.has(Trait.COUNTER);
    Sense counter = left.or(right).only(COUNTING);
    return switch (op) {
      case "Mod", "BitAnd", "RShift", "LShift" -> Sense.NONE;
      case "Sub" -> {
        if (both) {
          yield Sense.NONE;
        }
        Sense constant = left.has(Trait.COUNTER) ? right : left;
        yield constant.numeric()
            ? Sense.range(counter.traits(), constant.least(), constant.most())
            : counter.only(Trait.COUNTER.bit());
      }
      case "Add" -> {
        Sense constant = left.has(Trait.COUNTER) ? right : left;
        yield constant.numeric() && constant.most() >= 1 && !both
            ? counter.with(Trait.AHEAD)
            : counter;
      }
      // Thousands of bars are a count of bars again.
      case "Div", "FloorDiv" -> Sense.range(counter.traits(), right.least(), right.most());
      default -> counter;
    };
  }

  private static Sense figured(String op, Sense left, Sense right, int figures) {
    int all = figures;
    if (op.equals("Div") || op.equals("FloorDiv")) {
      boolean perPrice = right.has(Trait.PRICE) && !left.has(Trait.PRICE);
      all = perPrice ? Trait.PER_PRICE.bit() : figures & ~Trait.PRICE.bit();
      if (op.equals("FloorDiv")) {
        return Sense.NONE;
      }
    }
    if (op.equals("Div") && left.numeric() && right.numeric() && figures == 0) {
      return Numbers.combined(op, left, right).or(Sense.of(Trait.COMPUTED));
    }
    return Sense.range(all | Trait.COMPUTED.bit(), Double.NaN, Double.NaN);
  }
}
