package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.CallableDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;

/** Steps and orders of loops, multiplied over the methods of the source that they call. */
final class LoopCosts {
  /** Most steps that one hook may take, as the meter counts them. */
  static final double STEPS_MAX = 1_000_000;

  /** Most orders, and most log lines, that one hook may give. */
  static final double ORDERS_MAX = 256;

  private static final String CONTEXT = "dev/glovebox/strategy/Context";

  private static final Set<String> GIVING =
      Set.of("buy", "sell", "close", "target", "targetPercent", "bracket", "modify", "log");

  private record Cost(double steps, double orders, boolean found) {
    static final Cost NONE = new Cost(0, 0, false);

    Cost plus(Cost other) {
      return new Cost(steps + other.steps, orders + other.orders, found || other.found);
    }
  }

  private final Facts facts;
  private final LoopCounts counts;
  private final IdentityHashMap<CallableDeclaration<?>, Cost> known = new IdentityHashMap<>();

  LoopCosts(Facts facts) {
    this.facts = facts;
    this.counts = new LoopCounts(facts);
  }

  /** Reports the innermost loops that are too many rounds. */
  void judge() {
    for (Node node : facts.tree().nodes()) {
      if (node instanceof CallableDeclaration<?> method) {
        Cost _ = cost(method);
      }
    }
  }

  private Cost cost(CallableDeclaration<?> method) {
    Cost found = known.get(method);
    if (found == null) {
      // What calls itself has a rule of its own.
      known.put(method, Cost.NONE);
      found = within(method);
      found = new Cost(found.steps(), found.orders(), false);
      known.put(method, found);
    }
    return found;
  }

  private Cost within(Node node) {
    Cost total = Cost.NONE;
    for (Node child : node.getChildNodes()) {
      boolean apart = child instanceof MethodDeclaration || child instanceof TypeDeclaration<?>;
      if (!apart) {
        total = total.plus(of(child));
      }
    }
    return total;
  }

  private Cost of(Node node) {
    Cost inside = within(node);
    for (CallableDeclaration<?> called : facts.methods().targets(node)) {
      Cost cost = cost(called);
      inside = inside.plus(new Cost(1 + cost.steps(), cost.orders(), false));
    }
    if (node instanceof MethodCallExpr call && isGiven(call)) {
      inside = inside.plus(new Cost(0, 1, false));
    }
    if (!CatchCheck.isLoop(node) && !(node instanceof LambdaExpr)) {
      return inside;
    }
    double rounds = counts.rounds(node);
    Cost all = new Cost(rounds * (1 + inside.steps()), rounds * inside.orders(), inside.found());
    if (all.found()) {
      return all;
    }
    if (all.steps() > STEPS_MAX) {
      facts.add("JV409", node, rounded(all.steps()) + " steps by the counts that are written");
      return new Cost(all.steps(), all.orders(), true);
    }
    if (all.orders() > ORDERS_MAX) {
      facts.add("JV412", node, rounded(all.orders()) + " orders or lines in one call");
      return new Cost(all.steps(), all.orders(), true);
    }
    return all;
  }

  private boolean isGiven(MethodCallExpr call) {
    return GIVING.contains(call.getNameAsString())
        && call.getScope().isPresent()
        && facts.types().of(call.getScope().get()).is(CONTEXT);
  }

  private static String rounded(double number) {
    return quoted(String.format(Locale.ROOT, "%,.0f", Math.min(number, 1e18)));
  }
}
