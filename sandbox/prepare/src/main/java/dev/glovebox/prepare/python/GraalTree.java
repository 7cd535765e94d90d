package dev.glovebox.prepare.python;

import com.oracle.graal.python.pegparser.sst.CmpOpTy;
import com.oracle.graal.python.pegparser.sst.ConstantValue;
import com.oracle.graal.python.pegparser.sst.ExprTy;
import com.oracle.graal.python.pegparser.sst.ModTy;
import com.oracle.graal.python.pegparser.sst.PatternTy;
import com.oracle.graal.python.pegparser.sst.SSTNode;
import com.oracle.graal.python.pegparser.sst.StmtTy;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.Span;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies the parser's tree into ours.
 *
 * <p>Reads the public final fields of the node classes, so that no node type can be forgotten; a
 * field of a type that is not known here fails loudly, because a tree that is compared or judged
 * must be complete.
 */
final class GraalTree {
  /** What the nodes of a class have in common; fields and their names in the order of text. */
  private record Shape(String kind, List<Field> fields, List<String> names) {}

  private final Map<Class<?>, Shape> shapes = new HashMap<>();

  /** Copies {@code node} and all below. Recursive: the caller provides the stack. */
  SyntaxNode copy(SSTNode node) {
    return copy(node, 1);
  }

  private SyntaxNode copy(SSTNode node, int depth) {
    Span span = span(node.getSourceRange());
    if (depth > PythonParser.TREE_DEPTH_MAX) {
      throw new SourceRefusedException(
          new Refusal(
              RefusalCode.SOURCE_DEPTH,
              "the code nests deeper than " + PythonParser.TREE_DEPTH_MAX + " levels",
              span.line(),
              span.column()));
    }
    Shape shape = shapes.computeIfAbsent(node.getClass(), GraalTree::shapeOf);
    List<SyntaxValue> values = new ArrayList<>(shape.fields().size());
    for (Field field : shape.fields()) {
      values.add(value(read(field, node), depth));
    }
    return new SyntaxNode(shape.kind(), family(node), span, shape.names(), values);
  }

  private static Shape shapeOf(Class<?> type) {
    List<Field> fields =
        Arrays.stream(type.getFields())
            .filter(field -> !Modifier.isStatic(field.getModifiers()))
            .sorted(Comparator.comparing(Field::getName))
            .toList();
    return new Shape(kind(type), fields, fields.stream().map(Field::getName).toList());
  }

  private static @Nullable Object read(Field field, SSTNode node) {
    try {
      return field.get(node);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the parser's tree has changed: " + field, e);
    }
  }

  private SyntaxValue value(@Nullable Object value, int depth) {
    return switch (value) {
      case null -> new SyntaxValue.Nothing();
      case SSTNode node -> new SyntaxValue.One(copy(node, depth + 1));
      case SSTNode[] nodes -> many(nodes, depth);
      case ConstantValue constant -> literal(constant);
      case String text -> new SyntaxValue.Text(text);
      case Enum<?> choice -> new SyntaxValue.Text(choice.name());
      case Boolean flag -> new SyntaxValue.Text(flag.toString());
      case Integer number -> new SyntaxValue.Text(number.toString());
      case String[] words -> new SyntaxValue.Words(List.of(words));
      case CmpOpTy[] choices ->
          new SyntaxValue.Words(Arrays.stream(choices).map(Enum::name).toList());
      default ->
          throw new IllegalStateException("the parser's tree has changed: " + value.getClass());
    };
  }

  private SyntaxValue many(@Nullable SSTNode[] nodes, int depth) {
    List<SyntaxValue> values = new ArrayList<>(nodes.length);
    for (SSTNode node : nodes) {
      values.add(value(node, depth));
    }
    return new SyntaxValue.Many(List.copyOf(values));
  }

  private static SyntaxValue literal(ConstantValue constant) {
    String type = constant.kind.name();
    return switch (constant.kind) {
      case NONE, ELLIPSIS -> new SyntaxValue.Literal(type, "", 0);
      case BOOLEAN -> new SyntaxValue.Literal(type, Boolean.toString(constant.getBoolean()), 0);
      case LONG -> new SyntaxValue.Literal(type, Long.toHexString(constant.getLong()), 0);
      case BIGINTEGER -> new SyntaxValue.Literal(type, constant.getBigInteger().toString(16), 0);
      case DOUBLE -> new SyntaxValue.Literal(type, Double.toHexString(constant.getDouble()), 0);
      case COMPLEX ->
          new SyntaxValue.Literal(
              type,
              Double.toHexString(constant.getComplex()[0])
                  + ","
                  + Double.toHexString(constant.getComplex()[1]),
              0);
      case CODEPOINTS ->
          new SyntaxValue.Literal(
              type, constant.getCodePoints().toJavaString(), constant.getCodePoints().getLength());
      case BYTES -> new SyntaxValue.Literal(type, HexFormat.of().formatHex(constant.getBytes()), 0);
      // Made by optimisations of the compiler, never by the parser.
      case TUPLE, FROZENSET ->
          throw new IllegalStateException("the parser's tree has changed: " + type);
    };
  }

  private static String kind(Class<?> type) {
    String name = type.getSimpleName();
    return name.endsWith("Ty") ? name.substring(0, name.length() - 2) : name;
  }

  private static SyntaxNode.Family family(SSTNode node) {
    return switch (node) {
      case ModTy _ -> SyntaxNode.Family.MODULE;
      case StmtTy _ -> SyntaxNode.Family.STATEMENT;
      case ExprTy _ -> SyntaxNode.Family.EXPRESSION;
      case PatternTy _ -> SyntaxNode.Family.PATTERN;
      default -> SyntaxNode.Family.PART;
    };
  }

  /** Ours is 1-based, the parser's columns are 0-based; both count code points. */
  static Span span(SourceRange range) {
    return new Span(range.startLine, range.startColumn + 1, range.endLine, range.endColumn + 1);
  }
}
