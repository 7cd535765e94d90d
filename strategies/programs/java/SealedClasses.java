// kind: sealed abstract class with final and non-sealed subclasses
// answer: 12

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class SealedClasses extends Strategy {
  abstract static sealed class Node permits Leaf, Branch {
    abstract int sum();
  }
  static final class Leaf extends Node {
    private final int value;
    Leaf(int value) { this.value = value; }
    @Override int sum() { return value; }
  }
  static non-sealed class Branch extends Node {
    private final Node left;
    private final Node right;
    Branch(Node left, Node right) { this.left = left; this.right = right; }
    @Override int sum() { return left.sum() + right.sum(); }
  }
  public String answer() {
    return "" + new Branch(new Leaf(3), new Branch(new Leaf(4), new Leaf(5))).sum();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
