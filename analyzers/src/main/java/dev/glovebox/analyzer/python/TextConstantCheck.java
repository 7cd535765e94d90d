package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.words.Acting;
import dev.glovebox.analyzer.words.Characters;
import dev.glovebox.analyzer.words.Orders;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What texts say, whether they are written out or put together of pieces. */
record TextConstantCheck(SourceText source, Names names, Constants constants, Report report)
    implements Check {
  private static final Pattern SPECIAL = Pattern.compile("(?<!\\w)__[a-z]\\w*?__(?!\\w)");
  private static final Pattern DOTTED = Pattern.compile("[\\w.]{3,200}");

  private static final Set<String> KINDS =
      Set.of("Constant", "BinOp", "Call", "JoinedStr", "Subscript");

  @Override
  public Set<String> kinds() {
    return KINDS;
  }

  @Override
  public void visit(Place place) {
    SyntaxNode node = place.node();
    if (node.is("Call")) {
      codes(node);
    } else if (node.is("JoinedStr")) {
      orders(node, withoutFields(node));
    }
    Optional<Value.Text> text = constants.text(node);
    if (text.isEmpty()) {
      if (node.is("Constant")) {
        written(place, node);
      }
      return;
    }
    boolean part = place.around().flatMap(around -> constants.text(around.node())).isPresent();
    if (node.is("Constant")) {
      written(place, node);
    } else if (!part && !node.is("Name")) {
      made(node, text.get());
    }
  }

  private void written(Place place, SyntaxNode node) {
    Optional<String> text = CallCheck.text(node);
    if (text.isEmpty()) {
      coded(node, node.literal("value").filter(v -> v.type().equals("BYTES")).map(v -> v.text()));
      return;
    }
    obeyed(node, text.get());
    CommentCheck.mixed(node.span(), text.get(), report);
    if (place.parent("JoinedStr").isEmpty()) {
      orders(node, text.get());
    }
    if (Acting.is(text.get())) {
      report.add(
          "PY502", node, "a text that acts where it is shown: " + quoted(text.get().strip()));
    }
    boolean documents = place.parent("Expr").isPresent();
    boolean asked = place.parent("Call").flatMap(CallCheck::literalAttribute).equals(text);
    if (!documents && !asked) {
      special(text.get())
          .ifPresent(name -> report.add("PY119", node, quoted(name) + " is a special name"));
    }
    coded(node, text);
  }

  // A name and nothing else: a template that walks has a rule of its own.
  private Optional<String> special(String text) {
    String plain = Names.plain(text);
    if (plain.indexOf('_') < 0 || !DOTTED.matcher(plain).matches() || plain.equals("__main__")) {
      return Optional.empty();
    }
    if (SPECIAL.matcher(plain.replace('.', ' ')).find()) {
      return Optional.of(plain);
    }
    for (String name : plain.split("\\.", -1)) {
      if (name.contains("_") && report.rules().lists("denied-attributes", name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private void made(SyntaxNode node, Value.Text text) {
    String plain = Names.plain(text.text());
    obeyed(node, plain);
    Matcher special = SPECIAL.matcher(plain);
    boolean name =
        (special.find() && !isWritten(node, special.group()))
            || report.rules().lists("denied-attributes", plain)
            || report.rules().ruleFor("denied-builtins", plain).isPresent()
            || report.rules().lists("outside", plain)
            || report.rules().lists("interop", plain);
    if (name && isShort(plain)) {
      report.add("PY120", node, "these pieces are the name " + quoted(plain));
    } else if (text.disguised() && !text.isBytes() && plain.codePointCount(0, plain.length()) > 2) {
      report.add("PY506", node, "these pieces are the text " + quoted(printed(plain)));
    }
    orders(node, plain);
  }

  private void orders(SyntaxNode node, String text) {
    Orders.phrase(text)
        .ifPresent(phrase -> report.add("PY122", node, "speaks to its reader: " + quoted(phrase)));
  }

  private static String withoutFields(SyntaxNode joined) {
    StringBuilder text = new StringBuilder();
    for (SyntaxNode piece : joined.nodes("values")) {
      text.append(CallCheck.text(piece).orElse(" "));
    }
    return text.toString();
  }

  // A sentence about a name has it in one piece.
  private static boolean isWritten(SyntaxNode node, String name) {
    return Tree.inside(node).stream()
        .map(CallCheck::text)
        .flatMap(Optional::stream)
        .anyMatch(piece -> Names.plain(piece).contains(name));
  }

  private static boolean isShort(String text) {
    return text.length() <= 200;
  }

  private static String printed(String text) {
    return text.codePoints().anyMatch(Characters::isHidden) ? "..." : text;
  }

  /** Characters that a terminal obeys, or that nobody sees, written as escapes or as codes. */
  private void obeyed(SyntaxNode node, String text) {
    int c;
    for (int i = 0; i < text.length(); i += Character.charCount(c)) {
      c = text.codePointAt(i);
      boolean shown = (c >= ' ' && c < 0x7F) || c == '\n';
      if (!shown
          && (Characters.isHidden(c) || c == 0xAD || isHalf(c))
          && !standsIn(node.span(), c)) {
        String which = String.format(Locale.ROOT, "U+%04X", c);
        report.add("PY121", node, "a text with " + which + ", which is not shown as it is");
        return;
      }
    }
  }

  // The character itself in the source is found where it stands.
  private boolean standsIn(Span span, int c) {
    for (int line = span.line(); line <= Math.min(span.endLine(), source.lineCount()); line++) {
      if (source.line(line).indexOf(c) >= 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHalf(int c) {
    return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
  }

  private void coded(SyntaxNode node, Optional<String> text) {
    if (text.filter(Characters::hasCode).isPresent()) {
      report.add("PY506", node, "a text of one word that nobody can read");
    }
  }

  // "".join(map(chr, numbers)), whatever the numbers are.
  private void codes(SyntaxNode call) {
    SyntaxNode function = call.node("func").orElseThrow();
    if (!function.is("Attribute") || constants.text(call).isPresent()) {
      return;
    }
    String name = Names.plain(function.text("attr"));
    if (name.equals("join") && call.nodes("args").size() == 1) {
      SyntaxNode given = call.nodes("args").getFirst();
      boolean mapped =
          given.is("Call")
              && given.node("func").flatMap(names::path).equals(Optional.of("builtins.map"))
              && isCharacter(given.nodes("args").stream().findFirst());
      boolean made =
          (given.is("ListComp") || given.is("GeneratorExp"))
              && given
                  .node("element")
                  .filter(element -> element.is("Call"))
                  .filter(element -> isCharacter(element.node("func")))
                  .isPresent();
      if (mapped || made) {
        report.add("PY506", call, "a text that is made of numbers");
      }
    } else if (name.equals("translate") || name.equals("maketrans")) {
      boolean written =
          function.node("value").flatMap(constants::text).isPresent() || name.equals("maketrans");
      if (written) {
        report.add("PY506", call, "a text that is exchanged character by character");
      }
    } else if (name.equals("decode") || name.equals("encode")) {
      codec(call);
    }
  }

  private boolean isCharacter(Optional<SyntaxNode> function) {
    return function.flatMap(names::path).equals(Optional.of("builtins.chr"));
  }

  private void codec(SyntaxNode call) {
    call.nodes("args").stream()
        .findFirst()
        .flatMap(constants::text)
        .map(text -> text.text().toLowerCase(Locale.ROOT).replaceAll("[-_ ]", ""))
        .filter(codec -> report.rules().lists("disguising-codecs", codec))
        .ifPresent(codec -> report.add("PY506", call, "codec " + quoted(codec) + " hides a text"));
  }
}
