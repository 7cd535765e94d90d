package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.ArrayCreationLevel;
import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.stmt.ReturnStmt;
import com.github.javaparser.ast.stmt.Statement;
import dev.glovebox.analyzer.words.RegexShape;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** Single operations that cost much: large numbers, patterns, hashes, texts that grow. */
record CostlyCheck(Facts facts) implements Check {
  /** Most elements of an array or characters of a text that a strategy has a use for. */
  static final double SIZE_MAX = 1_000_000;

  /** Most digits and highest powers. */
  static final double DIGITS_MAX = 10_000;

  // By which argument a call is large, and from which value on.
  private static final Map<String, Double> LIMITS =
      Map.of(
          "java/math/BigDecimal.pow", DIGITS_MAX,
          "java/math/BigInteger.pow", DIGITS_MAX,
          "java/math/BigInteger.shiftLeft", DIGITS_MAX,
          "java/math/BigDecimal.setScale", DIGITS_MAX,
          "java/math/BigDecimal.movePointRight", DIGITS_MAX,
          "java/math/BigDecimal.scaleByPowerOfTen", DIGITS_MAX,
          "java/lang/String.repeat", SIZE_MAX,
          "java/util/Collections.nCopies", SIZE_MAX,
          "java/util/ArrayList.ensureCapacity", SIZE_MAX,
          "java/util/Arrays.copyOf", SIZE_MAX);

  private static final Set<String> SIZED =
      Set.of(
          "java/util/ArrayList",
          "java/util/HashMap",
          "java/util/HashSet",
          "java/util/LinkedHashMap",
          "java/util/LinkedHashSet",
          "java/util/ArrayDeque",
          "java/util/PriorityQueue",
          "java/util/BitSet",
          "java/lang/StringBuilder");

  private static final Set<String> MATCHING =
      Set.of("compile", "matches", "replaceAll", "replaceFirst", "split", "splitWithDelimiters");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        ArrayCreationLevel.class,
        ObjectCreationExpr.class,
        MethodCallExpr.class,
        MethodDeclaration.class,
        AssignExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case ArrayCreationLevel level ->
          level.getDimension().ifPresent(size -> tooLarge(level, size, SIZE_MAX, "an array of"));
      case ObjectCreationExpr made -> made(made);
      case MethodCallExpr call -> {
        call(call);
        pattern(call);
      }
      case MethodDeclaration method -> hash(method);
      case AssignExpr assign -> grows(assign);
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private void tooLarge(Node place, Expression size, double most, String what) {
    OptionalDouble number = facts.constants().number(size);
    if (number.isPresent() && Math.abs(number.getAsDouble()) > most) {
      facts.add("JV403", place, what + " " + quoted(size.toString()));
    }
  }

  private void made(ObjectCreationExpr made) {
    String name = facts.types().of(made.getType()).name();
    if (made.getArguments().isEmpty()) {
      return;
    }
    if (SIZED.contains(name)) {
      tooLarge(made, made.getArgument(0), SIZE_MAX, "room for");
    } else if (name.equals("java/math/MathContext")) {
      tooLarge(made, made.getArgument(0), DIGITS_MAX, "digits:");
    }
  }

  private void call(MethodCallExpr call) {
    if (call.getScope().isEmpty() || call.getArguments().isEmpty()) {
      return;
    }
    Expression scope = call.getScope().get();
    String owner = facts.names().named(scope).orElseGet(() -> facts.types().of(scope).name());
    String method = call.getNameAsString();
    Double most = LIMITS.get(owner + "." + method);
    if (most != null) {
      boolean second = method.equals("copyOf");
      Expression size = call.getArgument(second ? call.getArguments().size() - 1 : 0);
      tooLarge(call, size, most, quoted(method) + " of");
    }
    boolean doubles =
        (method.equals("addAll") || method.equals("append"))
            && isSame(scope, call.getArgument(0))
            && isInLoop(call);
    if (doubles) {
      facts.add("JV410", call, quoted(scope.toString()) + " is added to itself in a loop");
    }
  }

  private static boolean isInLoop(Node node) {
    return Tree.nearest(
            node,
            com.github.javaparser.ast.stmt.WhileStmt.class,
            com.github.javaparser.ast.stmt.DoStmt.class,
            com.github.javaparser.ast.stmt.ForStmt.class,
            com.github.javaparser.ast.stmt.ForEachStmt.class,
            MethodDeclaration.class)
        .filter(CatchCheck::isLoop)
        .isPresent();
  }

  private boolean isSame(Expression one, Expression other) {
    Optional<Variable> first = facts.names().variable(one);
    return first.isPresent() && first.equals(facts.names().variable(other));
  }

  private void pattern(MethodCallExpr call) {
    if (!MATCHING.contains(call.getNameAsString()) || call.getArguments().isEmpty()) {
      return;
    }
    facts
        .constants()
        .text(call.getArgument(0))
        .filter(RegexShape::isCatastrophic)
        .ifPresent(pattern ->
            facts.add("JV414", call, quoted(pattern) + " tries exponentially many ways"));
  }

  private void hash(MethodDeclaration method) {
    if (!method.getNameAsString().equals("hashCode")
        || !method.getParameters().isEmpty()
        || method.getBody().isEmpty()) {
      return;
    }
    List<Statement> body = method.getBody().get().getStatements();
    if (body.size() == 1
        && body.getFirst() instanceof ReturnStmt returned
        && returned.getExpression().flatMap(facts.constants()::value).isPresent()) {
      facts.add("JV413", method.getName(), "every object has the same hash");
    }
  }

  private void grows(AssignExpr assign) {
    if (!facts.types().of(assign.getTarget()).isText() || !isInLoop(assign)) {
      return;
    }
    boolean plus = assign.getOperator() == AssignExpr.Operator.PLUS;
    boolean doubled =
        (plus && isSame(assign.getTarget(), assign.getValue()))
            || (assign.getValue() instanceof BinaryExpr both
                && both.getOperator() == BinaryExpr.Operator.PLUS
                && isSame(assign.getTarget(), both.getLeft())
                && isSame(assign.getTarget(), both.getRight()));
    boolean added =
        plus
            || (assign.getValue() instanceof BinaryExpr sum
                && sum.getOperator() == BinaryExpr.Operator.PLUS
                && isSame(assign.getTarget(), first(sum)));
    String target = quoted(assign.getTarget().toString());
    if (doubled) {
      facts.add("JV410", assign, target + " doubles in each round");
    } else if (added && !isDeclaredInLoop(assign)) {
      facts.add("JV415", assign, target + " is copied in each round");
    }
  }

  private static Expression first(BinaryExpr sum) {
    Expression here = sum.getLeft();
    while (here instanceof BinaryExpr more) {
      here = more.getLeft();
    }
    return here;
  }

  private boolean isDeclaredInLoop(AssignExpr assign) {
    return assign.getTarget() instanceof NameExpr name
        && facts
            .names()
            .variable(name)
            .filter(variable -> variable.kind() == Variable.Kind.LOCAL)
            .filter(variable -> isInLoop(variable.declaration()))
            .isPresent();
  }
}
