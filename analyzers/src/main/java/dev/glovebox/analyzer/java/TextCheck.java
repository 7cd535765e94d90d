package dev.glovebox.analyzer.java;

import static dev.glovebox.analyzer.findings.Report.quoted;

import com.github.javaparser.ast.Node;
import com.github.javaparser.ast.expr.ArrayCreationExpr;
import com.github.javaparser.ast.expr.BinaryExpr;
import com.github.javaparser.ast.expr.Expression;
import com.github.javaparser.ast.expr.MarkerAnnotationExpr;
import com.github.javaparser.ast.expr.MethodCallExpr;
import com.github.javaparser.ast.expr.NormalAnnotationExpr;
import com.github.javaparser.ast.expr.ObjectCreationExpr;
import com.github.javaparser.ast.expr.SingleMemberAnnotationExpr;
import com.github.javaparser.ast.expr.StringLiteralExpr;
import com.github.javaparser.ast.expr.TextBlockLiteralExpr;
import dev.glovebox.analyzer.words.Acting;
import dev.glovebox.analyzer.words.Characters;
import dev.glovebox.analyzer.words.Orders;
import dev.glovebox.classes.ListedMembers;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What texts say, whether they are written out or put together of pieces. */
record TextCheck(Facts facts) implements Check {
  private static final int NAME_CHARACTERS_MAX = 200;

  /** So many numbers in a row that become a text are one that nobody reads. */
  private static final int CODES_MIN = 4;

  private static final Pattern CLASS_NAME =
      Pattern.compile(
          "(?:java|javax|jdk|sun|com[./]sun|org[./]graalvm|dev[./]glovebox)(?:[./]\\w+)*"
              + "[./][A-Z]\\w*(?:[$.]\\w+)*");

  @Override
  public Set<Class<? extends Node>> kinds() {
    return Set.of(
        StringLiteralExpr.class,
        TextBlockLiteralExpr.class,
        BinaryExpr.class,
        MethodCallExpr.class,
        ObjectCreationExpr.class,
        SingleMemberAnnotationExpr.class,
        NormalAnnotationExpr.class,
        MarkerAnnotationExpr.class);
  }

  @Override
  public void visit(Node node) {
    switch (node) {
      case StringLiteralExpr text -> written(text);
      case TextBlockLiteralExpr text -> written(text);
      case BinaryExpr sum -> made(sum);
      case MethodCallExpr call -> {
        made(call);
        if (call.getNameAsString().equals("valueOf")
            || call.getNameAsString().equals("copyValueOf")) {
          call.getArguments().forEach(given -> codes(call, given));
        }
      }
      case ObjectCreationExpr made -> {
        if (facts.types().of(made.getType()).isText()) {
          made.getArguments().forEach(given -> codes(made, given));
        }
      }
      case SingleMemberAnnotationExpr annotation -> suppressed(annotation);
      case NormalAnnotationExpr annotation -> suppressed(annotation);
      default -> {
        // Says nothing.
      }
    }
  }

  private void written(Expression node) {
    Optional<String> constant = facts.constants().text(node);
    if (constant.isEmpty()) {
      return;
    }
    String text = constant.get();
    obeyed(node, text);
    orders(node, text);
    if (Acting.is(text)) {
      facts.add("JV502", node, "a text that acts where it is shown: " + quoted(text.strip()));
    }
    if (isClassName(text)) {
      facts.add("JV119", node, quoted(text) + " names a class");
    }
    if (Characters.hasCode(text)) {
      facts.add("JV506", node, "a text of one word that nobody can read");
    }
  }

  private static boolean isClassName(String text) {
    return text.length() <= NAME_CHARACTERS_MAX
        && CLASS_NAME.matcher(text).matches()
        && !ListedMembers.standard().hasClass(Imports.internal(text.replace('/', '.')));
  }

  // The whole is judged, not its parts.
  private void made(Expression node) {
    Optional<String> text = facts.constants().text(node);
    boolean part =
        node.getParentNode()
            .filter(Expression.class::isInstance)
            .flatMap(around -> facts.constants().text((Expression) around))
            .isPresent();
    if (text.isEmpty() || part) {
      return;
    }
    obeyed(node, text.get());
    orders(node, text.get());
    boolean name =
        isClassName(text.get())
            || facts.rules().paired("denied-calls-by-name", text.get()).isPresent();
    if (name) {
      facts.add("JV120", node, "these pieces are the name " + quoted(text.get()));
    }
  }

  private void orders(Node node, String text) {
    Orders.phrase(text)
        .ifPresent(phrase -> facts.add("JV122", node, "speaks to its reader: " + quoted(phrase)));
  }

  /** Characters that a terminal obeys, or that nobody sees, written as escapes. */
  private void obeyed(Node node, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean shown = (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t';
      if (!shown && (Characters.isHidden(c) || c == 0xAD || Character.isSurrogate(c))) {
        String which = String.format(Locale.ROOT, "U+%04X", (int) c);
        facts.add("JV121", node, "a text with " + which + ", which is not shown as it is");
        return;
      }
    }
  }

  // new String(new char[] {103, 101, ...})
  private void codes(Node place, Expression given) {
    if (given instanceof ArrayCreationExpr array
        && array.getInitializer().isPresent()
        && array.getInitializer().get().getValues().size() >= CODES_MIN) {
      facts.add("JV506", place, "a text that is made of numbers");
    }
  }

  private void suppressed(Node annotation) {
    boolean suppresses =
        annotation instanceof com.github.javaparser.ast.expr.AnnotationExpr named
            && named.getName().getIdentifier().equals("SuppressWarnings");
    if (!suppresses) {
      return;
    }
    for (StringLiteralExpr one : annotation.findAll(StringLiteralExpr.class)) {
      if (!facts.rules().lists("compiler-warnings", one.getValue())) {
        facts.add("JV501", one, quoted(one.getValue()) + " has no say here");
      }
    }
  }
}
