package dev.glovebox.analyzer.python;

import dev.glovebox.prepare.python.SyntaxNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which items {@code [i]} or {@code [a:b:c]} takes. */
final class ConstantSlices {
  private ConstantSlices() {}

  /**
   * Indices into a sequence of {@code length}; empty if they are not constant, or there is none.
   */
  static Optional<List<Integer>> indices(Constants constants, SyntaxNode at, int length) {
    if (!at.is("Slice")) {
      return constants
          .whole(at)
          .filter(index -> index.bitLength() < 31)
          .map(BigInteger::intValue)
          .map(index -> index < 0 ? index + length : index)
          .filter(index -> index >= 0 && index < length)
          .map(List::of);
    }
    Optional<Integer> step = bound(constants, at.node("step"), 1);
    if (step.isEmpty() || step.get() == 0) {
      return Optional.empty();
    }
    boolean forward = step.get() > 0;
    Optional<Integer> lower = bound(constants, at.node("lower"), forward ? 0 : length - 1);
    Optional<Integer> upper =
        at.node("upper").isEmpty()
            ? Optional.of(forward ? length : -1)
            : bound(constants, at.node("upper"), 0)
                .map(given -> placed(given, length, forward ? 0 : -1));
    if (lower.isEmpty() || upper.isEmpty()) {
      return Optional.empty();
    }
    int from = at.node("lower").isEmpty() ? lower.get() : placed(lower.get(), length, 0);
    List<Integer> taken = new ArrayList<>();
    for (long i = from; forward ? i < upper.get() : i > upper.get(); i += step.get()) {
      if (i >= 0 && i < length) {
        taken.add((int) i);
      }
      if (taken.size() > length) {
        break;
      }
    }
    return Optional.of(taken);
  }

  private static int placed(int index, int length, int least) {
    return Math.clamp(index < 0 ? index + length : index, least, length);
  }

  private static Optional<Integer> bound(
      Constants constants, Optional<SyntaxNode> node, int otherwise) {
    return node.isEmpty()
        ? Optional.of(otherwise)
        : node.flatMap(constants::whole)
            .filter(index -> index.bitLength() < 20)
            .map(BigInteger::intValue);
  }
}
