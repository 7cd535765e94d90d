package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.ClassOrInterfaceDeclaration;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.MethodReferenceExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.TypeExpr;
import dev.glovebox.analyzer.words.Spelling;
import dev.glovebox.classes.ListedMembers;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Methods, constructors and fields that a source uses of listed classes, and literals of classes.
 */
final class CallCheck implements Check {
  private static final ListedMembers LISTED = ListedMembers.standard();

  // Collections of enums need the literal of theirs.
  private static final Set<String> ENUM_CALLS = Set.of("noneOf", "allOf");

  private final Facts facts;
  private final Outside outside;
  private final Set<String> ownMethods;

  CallCheck(Facts facts, Outside outside) {
    this.facts = facts;
    this.outside = outside;
    this.ownMethods =
        facts.tree().all(MethodDeclaration.class).stream()
            .map(MethodDeclaration::getNameAsString)
            .collect(Collectors.toSet());
  }

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        MethodCallExpr.class,
        MethodReferenceExpr.class,
        ObjectCreationExpr.class,
        FieldAccessExpr.class,
        ClassExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case MethodCallExpr call -> call(call);
      case MethodReferenceExpr reference -> reference(reference);
      case ObjectCreationExpr made -> made(made);
      case FieldAccessExpr access -> field(access);
      case ClassExpr literal -> literal(literal);
      default -> throw new IllegalStateException("not asked for");
    }
  }

  private void call(MethodCallExpr call) {
    String method = call.getNameAsString();
    int arguments = call.getArguments().size();
    if (call.getScope().isEmpty()) {
      Optional<String> owner = facts.names().imports().ownerOf(method);
      if (owner.isPresent() && LISTED.hasClass(owner.get())) {
        member(call, owner.get(), method, arguments);
      } else {
        byName(call, method, "");
      }
      return;
    }
    Expression scope = call.getScope().get();
    Optional<String> named = facts.names().named(scope);
    JavaType receiver = named.map(JavaType::of).orElseGet(() -> facts.types().of(scope));
    if (receiver.dimensions() == 0 && LISTED.hasClass(receiver.name())) {
      member(call, receiver.name(), method, arguments);
    } else if (named.isPresent() && facts.names().own(named.get()).isEmpty()) {
      outside
          .ofMember(named.get(), method, arguments)
          .ifPresent(rule ->
              facts.add(
                  rule, call, quoted(shown(named.get()) + "." + method) + " reaches outside"));
    } else {
      byName(call, method, receiver.name());
    }
  }

  private static String shown(String owner) {
    return owner.substring(Math.max(owner.lastIndexOf('/'), owner.lastIndexOf('$')) + 1);
  }

  /** The listed overloads; what of Math may differ is compiled to StrictMath. */
  private static List<String> overloads(String owner, String method) {
    List<String> listed = LISTED.methods(owner).getOrDefault(method, List.of());
    return listed.isEmpty() && owner.equals("java/lang/Math")
        ? LISTED.methods("java/lang/StrictMath").getOrDefault(method, List.of())
        : listed;
  }

  private void member(Node node, String owner, String method, int arguments) {
    List<String> descriptors = overloads(owner, method);
    boolean inherited = isOfObject(method) && !descriptors.isEmpty();
    if (inherited || descriptors.stream().anyMatch(one -> Descriptor.takes(one, arguments))) {
      return;
    }
    Optional<String> rule = outside.ofMember(owner, method, arguments);
    if (rule.isEmpty() && (!descriptors.isEmpty() || isOfObject(method))) {
      // Another number of arguments is the compiler's to tell.
      return;
    }
    if (facts.rules().paired("denied-calls-by-name", method).isPresent() && rule.isEmpty()) {
      byName(node, method, "");
      return;
    }
    String hint = ListedMembers.hint(owner + "." + method + (method.equals("<init>") ? "()V" : ""));
    String chosen = rule.orElse("JV303");
    facts.add(
        chosen,
        node,
        quoted(shown(owner) + "." + method) + " is not on the list (JAVA_METHOD_NOT_LISTED)",
        hint.isEmpty() ? near(chosen, owner, method) : ClassUseCheck.sentence(hint));
  }

  private String near(String rule, String owner, String method) {
    return rule.equals("JV303")
        ? Spelling.nearest(method, new TreeSet<>(LISTED.methods(owner).keySet()))
            .map(name -> "Did you mean " + name + "?")
            .orElse(facts.rules().rule(rule).instead())
        : facts.rules().rule(rule).instead();
  }

  private static boolean isOfObject(String method) {
    return method.equals("equals") || method.equals("hashCode") || method.equals("toString");
  }

  private void byName(Node node, String method, String receiver) {
    boolean own =
        ownMethods.contains(method)
            && (receiver.isEmpty() || facts.names().own(receiver).isPresent());
    Optional<String> rule = facts.rules().paired("denied-calls-by-name", method);
    if (own || rule.isEmpty() || (method.equals("getClass") && isCompared(node))) {
      return;
    }
    // Not the class of the name, or it would be on its list.
    facts.add(rule.get(), node, quoted(method) + " is not on the list (JAVA_METHOD_NOT_LISTED)");
  }

  private static boolean isCompared(Node call) {
    Node here = call;
    Node around = call.getParentNode().orElse(call);
    while (around instanceof EnclosedExpr) {
      here = around;
      around = around.getParentNode().orElse(call);
    }
    if (!(around instanceof BinaryExpr binary)
        || (binary.getOperator() != BinaryExpr.Operator.EQUALS
            && binary.getOperator() != BinaryExpr.Operator.NOT_EQUALS)) {
      return false;
    }
    Expression other = Tree.same(binary.getLeft(), here) ? binary.getRight() : binary.getLeft();
    return other instanceof MethodCallExpr compared
        && compared.getNameAsString().equals("getClass");
  }

  private void reference(MethodReferenceExpr reference) {
    Expression scope = reference.getScope();
    String method = reference.getIdentifier();
    String owner =
        scope instanceof TypeExpr type
            ? facts.types().of(type.getType()).name()
            : facts.names().named(scope).orElseGet(() -> facts.types().of(scope).name());
    if (method.equals("new") || !LISTED.hasClass(owner)) {
      Optional<String> rule =
          owner.isEmpty() ? Optional.empty() : outside.ofMember(owner, method, -1);
      if (rule.isPresent()) {
        facts.add(rule.get(), reference, quoted(shown(owner) + "::" + method) + " reaches outside");
      } else {
        byName(reference, method, owner);
      }
    } else if (overloads(owner, method).isEmpty() && !isOfObject(method)) {
      member(reference, owner, method, -1);
    }
  }

  private void made(ObjectCreationExpr made) {
    String owner = facts.types().of(made.getType()).name();
    if (!LISTED.hasClass(owner)) {
      return;
    }
    if (made.getAnonymousClassBody().isPresent()) {
      if (!LISTED.isImplementable(owner) && !LISTED.isExtendable(owner)) {
        facts.add("JV116", made, quoted(shown(owner)) + " may not be extended (JAVA_CLASS_PARENT)");
      }
      return;
    }
    member(made, owner, "<init>", made.getArguments().size());
  }

  private void field(FieldAccessExpr access) {
    Optional<String> owner = facts.names().named(access.getScope());
    String field = access.getNameAsString();
    if (owner.isEmpty()
        || facts.names().named(access).isPresent()
        || facts.names().own(owner.get()).isPresent()) {
      return;
    }
    Optional<String> rule = outside.ofMember(owner.get(), field, -1);
    if (!LISTED.hasClass(owner.get())) {
      rule.ifPresent(
          found -> facts.add(found, access, quoted(access.toString()) + " reaches outside"));
    } else if (!LISTED.fields(owner.get()).containsKey(field) && !field.equals("length")) {
      facts.add(
          rule.orElse("JV303"),
          access,
          quoted(shown(owner.get()) + "." + field) + " is not on the list (JAVA_FIELD_NOT_LISTED)");
    }
  }

  private void literal(ClassExpr literal) {
    Node parent = literal.getParentNode().orElse(literal);
    boolean ofEnums =
        (parent instanceof MethodCallExpr call && ENUM_CALLS.contains(call.getNameAsString()))
            || (parent instanceof ObjectCreationExpr made
                && made.getType().getNameAsString().equals("EnumMap"));
    if (ofEnums && isEnum(facts.types().of(literal.getType()).name())) {
      return;
    }
    facts.add(
        "JV105",
        literal,
        quoted(literal.toString()) + " is a class as a value" + " (JAVA_CLASS_LITERAL)");
  }

  private boolean isEnum(String name) {
    return LISTED.isEnum(name)
        || facts
            .names()
            .own(name)
            .filter(own -> !(own.declaration() instanceof ClassOrInterfaceDeclaration))
            .isPresent();
  }
}
