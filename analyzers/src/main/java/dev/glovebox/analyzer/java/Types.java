package dev.glovebox.analyzer.java;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.body.MethodDeclaration;
import com.github.javaparser.ast.body.Parameter;
import com.github.javaparser.ast.body.TypeDeclaration;
import com.github.javaparser.ast.expr.ArrayAccessExpr;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.AssignExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.BooleanLiteralExpr;
import com.github.javaparser.ast.expr.CastExpr;
import com.github.javaparser.ast.expr.CharLiteralExpr;
import com.github.javaparser.ast.expr.ClassExpr;
import com.github.javaparser.ast.expr.ConditionalExpr;
import com.github.javaparser.ast.expr.DoubleLiteralExpr;
import com.github.javaparser.ast.expr.EnclosedExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.FieldAccessExpr;
import com.github.javaparser.ast.expr.InstanceOfExpr;
import com.github.javaparser.ast.expr.IntegerLiteralExpr;
import com.github.javaparser.ast.expr.LambdaExpr;
import com.github.javaparser.ast.expr.LongLiteralExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NameExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import com.github.javaparser.ast.expr.ThisExpr;
import com.github.javaparser.ast.expr.UnaryExpr;
import com.github.javaparser.ast.type.ArrayType;
import com.github.javaparser.ast.type.ClassOrInterfaceType;
import com.github.javaparser.ast.type.PrimitiveType;
import com.github.javaparser.ast.type.Type;
import dev.glovebox.classes.ListedMembers;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Static types of expressions, from declarations and from the descriptors of the positive list;
 * each is worked out once. What is not known is not guessed.
 */
final class Types {
  private final Names names;
  private final ListedMembers listed = ListedMembers.standard();
  private final IdentityHashMap<Expression, JavaType> known = new IdentityHashMap<>();
  private final IdentityHashMap<Variable, JavaType> variables = new IdentityHashMap<>();

  Types(Names names) {
    this.names = names;
  }

  /** The type of {@code expression}; unknown for names of classes, too. */
  JavaType of(Expression expression) {
    JavaType found = known.get(expression);
    if (found == null) {
      // What depends on itself is not known.
      known.put(expression, JavaType.UNKNOWN);
      found = worked(expression);
      known.put(expression, found);
    }
    return found;
  }

  /** The type of a variable, through {@code var} as well. */
  JavaType of(Variable variable) {
    JavaType found = variables.get(variable);
    if (found == null) {
      variables.put(variable, JavaType.UNKNOWN);
      found = worked(variable);
      variables.put(variable, found);
    }
    return found;
  }

  private JavaType worked(Variable variable) {
    if (variable.type().isPresent() && !variable.type().get().isVarType()) {
      JavaType written = of(variable.type().get());
      boolean many = variable.declaration() instanceof Parameter one && one.isVarArgs();
      return many ? written.array(1) : written;
    }
    if (variable.kind() == Variable.Kind.LAMBDA) {
      return lambdaParameter(variable);
    }
    JavaType initial = variable.initial().map(this::of).orElse(JavaType.UNKNOWN);
    if (variable.kind() == Variable.Kind.EACH) {
      return initial.element();
    }
    if (variable.type().isEmpty() && variable.declaration().getParentNode().isPresent()) {
      return variable.declaration().getParentNode().get() instanceof TypeDeclaration<?> around
          ? JavaType.of(names.resolve(around.getNameAsString(), variable.scope()).orElse(""))
          : JavaType.UNKNOWN;
    }
    return initial;
  }

  // In stream().map(x -> ...) it is what the stream holds; in list.forEach(x -> ...) too.
  private JavaType lambdaParameter(Variable variable) {
    Node lambda = variable.scope().node();
    if (lambda instanceof LambdaExpr expression
        && expression.getParameters().size() == 1
        && expression.getParentNode().orElse(lambda) instanceof MethodCallExpr call) {
      JavaType around = call.getScope().map(this::of).orElse(JavaType.UNKNOWN);
      return switch (around.name()) {
        case "java/util/stream/IntStream" -> JavaType.INT;
        case "java/util/stream/LongStream" -> JavaType.LONG;
        case "java/util/stream/DoubleStream" -> JavaType.DOUBLE;
        default -> around.arguments().size() == 1 ? around.element() : JavaType.UNKNOWN;
      };
    }
    return JavaType.UNKNOWN;
  }

  /** A written type. */
  JavaType of(Type type) {
    return switch (type) {
      case ArrayType array -> of(array.getElementType()).array(array.getArrayLevel());
      case PrimitiveType primitive -> JavaType.of(primitive.asString());
      case ClassOrInterfaceType named when names.referenced(named).isPresent() ->
          of(names.referenced(named).get());
      case ClassOrInterfaceType named ->
          JavaType.of(
              names.named(named).orElse(""),
              named.getTypeArguments().map(this::all).orElse(List.of()));
      default -> JavaType.UNKNOWN;
    };
  }

  private List<JavaType> all(List<Type> types) {
    return types.stream().map(this::of).toList();
  }

  private JavaType worked(Expression expression) {
    return switch (expression) {
      case StringLiteralExpr _, TextBlockLiteralExpr _ -> JavaType.TEXT;
      case IntegerLiteralExpr _ -> JavaType.INT;
      case LongLiteralExpr _ -> JavaType.LONG;
      case CharLiteralExpr _ -> JavaType.of("char");
      case BooleanLiteralExpr _, InstanceOfExpr _ -> JavaType.BOOLEAN;
      case DoubleLiteralExpr number ->
          number.getValue().toLowerCase(java.util.Locale.ROOT).endsWith("f")
                  && !number.getValue().startsWith("0x")
              ? JavaType.of("float")
              : JavaType.DOUBLE;
      case ClassExpr _ -> JavaType.of("java/lang/Class");
      case EnclosedExpr enclosed -> of(enclosed.getInner());
      case CastExpr cast -> of(cast.getType());
      case ConditionalExpr choice -> either(of(choice.getThenExpr()), of(choice.getElseExpr()));
      case AssignExpr assign -> of(assign.getTarget());
      case ObjectCreationExpr made -> made(made);
      case ArrayCreationExpr array -> of(array.getElementType()).array(array.getLevels().size());
      case ArrayAccessExpr access -> of(access.getName()).element();
      case UnaryExpr unary -> unary(unary);
      case BinaryExpr binary -> binary(binary);
      case NameExpr name -> named(name);
      case FieldAccessExpr access -> accessed(access);
      case ThisExpr self when self.getTypeName().isPresent() ->
          JavaType.of(
              names.resolve(self.getTypeName().get().asString(), names.scope(self)).orElse(""));
      case ThisExpr self ->
          names
              .scope(self)
              .body()
              .map(Scope::node)
              .filter(TypeDeclaration.class::isInstance)
              .flatMap(node ->
                  names.resolve(((TypeDeclaration<?>) node).getNameAsString(), names.scope(self)))
              .map(JavaType::of)
              .orElse(JavaType.UNKNOWN);
      case MethodCallExpr call -> called(call);
      default -> JavaType.UNKNOWN;
    };
  }

  // new ArrayList<>() in a declaration is of what the declaration says.
  private JavaType made(ObjectCreationExpr made) {
    JavaType written = of(made.getType());
    if (made.getType().isUsingDiamondOperator()
        && made.getParentNode().orElse(made)
            instanceof com.github.javaparser.ast.body.VariableDeclarator declared
        && !declared.getType().isVarType()) {
      return JavaType.of(written.name(), of(declared.getType()).arguments());
    }
    return written;
  }

  private static JavaType either(JavaType one, JavaType other) {
    return one.isUnknown() || one.is("null") ? other : one;
  }

  private JavaType unary(UnaryExpr unary) {
    return unary.getOperator() == UnaryExpr.Operator.LOGICAL_COMPLEMENT
        ? JavaType.BOOLEAN
        : of(unary.getExpression());
  }

  private JavaType binary(BinaryExpr binary) {
    return switch (binary.getOperator()) {
      case OR, AND, EQUALS, NOT_EQUALS, LESS, GREATER, LESS_EQUALS, GREATER_EQUALS ->
          JavaType.BOOLEAN;
      case LEFT_SHIFT, SIGNED_RIGHT_SHIFT, UNSIGNED_RIGHT_SHIFT -> of(binary.getLeft());
      default -> arithmetic(of(binary.getLeft()), of(binary.getRight()));
    };
  }

  private static JavaType arithmetic(JavaType left, JavaType right) {
    if (left.isText() || right.isText()) {
      return JavaType.TEXT;
    }
    if (left.isUnknown() || right.isUnknown()) {
      return JavaType.UNKNOWN;
    }
    if (left.isFloating() || right.isFloating()) {
      return JavaType.DOUBLE;
    }
    boolean wide = left.boxed().is("java/lang/Long") || right.boxed().is("java/lang/Long");
    return left.is("boolean") ? JavaType.BOOLEAN : wide ? JavaType.LONG : JavaType.INT;
  }

  private JavaType named(NameExpr name) {
    Optional<Variable> variable = names.variable(name);
    if (variable.isPresent()) {
      return of(variable.get());
    }
    return names
        .imports()
        .ownerOf(name.getNameAsString())
        .map(owner -> field(owner, name.getNameAsString()))
        .orElse(JavaType.UNKNOWN);
  }

  private JavaType accessed(FieldAccessExpr access) {
    Optional<Variable> variable = names.variable(access);
    if (variable.isPresent()) {
      return of(variable.get());
    }
    Optional<String> owner = names.named(access.getScope());
    String field = access.getNameAsString();
    if (owner.isPresent()) {
      return field(owner.get(), field);
    }
    JavaType scope = of(access.getScope());
    if (scope.dimensions() > 0) {
      return field.equals("length") ? JavaType.INT : JavaType.UNKNOWN;
    }
    return field(scope.name(), field);
  }

  private JavaType field(String owner, String field) {
    Optional<OwnClass> own = names.own(owner);
    if (own.isPresent()) {
      Variable found = own.get().scope().variables().get(field);
      return found == null ? JavaType.UNKNOWN : of(found);
    }
    return descriptor(listed.fields(owner).getOrDefault(field, "V"));
  }

  private JavaType called(MethodCallExpr call) {
    String method = call.getNameAsString();
    int arguments = call.getArguments().size();
    if (call.getScope().isEmpty()) {
      return names
          .imports()
          .ownerOf(method)
          .map(owner -> returned(JavaType.of(owner), method, arguments))
          .or(() -> Methods.named(names, call).map(found -> of(found.getType())))
          .orElse(JavaType.UNKNOWN);
    }
    Expression scope = call.getScope().get();
    JavaType receiver = names.named(scope).map(JavaType::of).orElseGet(() -> of(scope));
    Optional<OwnClass> own = names.own(receiver.name());
    if (own.isPresent()) {
      return ownReturned(own.get(), method, arguments);
    }
    return returned(receiver, method, arguments);
  }

  private JavaType ownReturned(OwnClass own, String method, int arguments) {
    for (MethodDeclaration found : own.methods().getOrDefault(method, List.of())) {
      if (found.getParameters().size() == arguments) {
        return of(found.getType());
      }
    }
    Variable component = own.scope().variables().get(method);
    return component != null && own.declaration().isRecordDeclaration() && arguments == 0
        ? of(component)
        : JavaType.UNKNOWN;
  }

  private JavaType returned(JavaType receiver, String method, int arguments) {
    for (String descriptor : listed.methods(receiver.name()).getOrDefault(method, List.of())) {
      if (Descriptor.takes(descriptor, arguments)) {
        JavaType plain = descriptor(descriptor.substring(descriptor.indexOf(')') + 1));
        return Generics.returned(receiver, method, plain);
      }
    }
    return JavaType.UNKNOWN;
  }

  private static JavaType descriptor(String descriptor) {
    return Descriptor.type(descriptor);
  }
}
