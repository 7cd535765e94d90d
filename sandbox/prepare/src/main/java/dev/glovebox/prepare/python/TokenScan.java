package dev.glovebox.prepare.python;

import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.tokenizer.Token;
import com.oracle.graal.python.pegparser.tokenizer.Tokenizer;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.Span;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads tokens without recursion and refuses what would make the recursive parser, or anything
 * after it, deep or slow.
 *
 * <p>Stops at the first error of the tokenizer: the parser reads no further either, and reports it.
 */
final class TokenScan {
  private static final Set<String> LINKING_WORDS =
      Set.of("and", "or", "not", "if", "else", "in", "is", "lambda");

  private final Tokenizer tokenizer;
  private final List<PythonToken> tokens = new ArrayList<>();
  // One counter for each open bracket and one for the logical line; a comma starts a new operand.
  private final int[] links = new int[PythonParser.NESTING_MAX + 1];
  private int brackets;
  private int logicalLine;
  private boolean first = true;

  private TokenScan(Tokenizer tokenizer) {
    this.tokenizer = tokenizer;
  }

  static List<PythonToken> of(String text, ParserCallbacks callbacks) {
    TokenScan scan =
        new TokenScan(
            Tokenizer.fromString(callbacks, text, EnumSet.of(Tokenizer.Flag.EXEC_INPUT), null));
    scan.run();
    return List.copyOf(scan.tokens);
  }

  private void run() {
    while (true) {
      Token token = tokenizer.next();
      switch (token.type) {
        case Token.Kind.ENDMARKER, Token.Kind.ERRORTOKEN -> {
          return;
        }
        case Token.Kind.NEWLINE -> {
          logicalLine++;
          first = true;
          links[0] = 0;
        }
        case Token.Kind.INDENT, Token.Kind.DEDENT -> {
          // The indentation belongs to the next token's line.
        }
        default -> take(token);
      }
    }
  }

  private void take(Token token) {
    Span span = GraalTree.span(token.sourceRange);
    if (tokens.size() == PythonParser.TOKENS_MAX) {
      throw refused(
          RefusalCode.SOURCE_TOKENS,
          "the source has more than " + PythonParser.TOKENS_MAX + " tokens",
          span);
    }
    tokens.add(new PythonToken(span, logicalLine, first, token.type == Token.Kind.NAME));
    first = false;
    switch (token.type) {
      case Token.Kind.LPAR, Token.Kind.LSQB, Token.Kind.LBRACE -> {
        link(span);
        open(span);
      }
      case Token.Kind.RPAR, Token.Kind.RSQB, Token.Kind.RBRACE ->
          brackets = Math.max(0, brackets - 1);
      case Token.Kind.COMMA, Token.Kind.SEMI -> links[brackets] = 0;
      case Token.Kind.NUMBER -> refuseLongNumber(token, span);
      case Token.Kind.NAME -> {
        if (LINKING_WORDS.contains(text(token))) {
          link(span);
        }
      }
      default -> {
        if (isOperator(token.type)) {
          link(span);
        }
      }
    }
  }

  private static boolean isOperator(int type) {
    return (type >= Token.Kind.PLUS
            && type <= Token.Kind.ATEQUAL
            && type != Token.Kind.EQUAL
            && type != Token.Kind.RBRACE)
        || type == Token.Kind.COLONEQUAL
        || type == Token.Kind.AWAIT;
  }

  private void open(Span span) {
    if (brackets == PythonParser.NESTING_MAX) {
      throw refused(
          RefusalCode.SOURCE_NESTING,
          "brackets nest deeper than " + PythonParser.NESTING_MAX,
          span);
    }
    brackets++;
    links[brackets] = 0;
  }

  private void link(Span span) {
    links[brackets]++;
    if (links[brackets] > PythonParser.CHAIN_LINKS_MAX) {
      throw refused(
          RefusalCode.SOURCE_CHAIN,
          "one expression chains more than "
              + PythonParser.CHAIN_LINKS_MAX
              + " operators, attributes or calls",
          span);
    }
  }

  private void refuseLongNumber(Token token, Span span) {
    long digits = text(token).chars().filter(c -> c != '_').count();
    if (digits > PythonParser.DIGIT_RUN_MAX) {
      throw refused(
          RefusalCode.SOURCE_DIGITS,
          "a number has " + digits + " digits; at most " + PythonParser.DIGIT_RUN_MAX,
          span);
    }
  }

  private String text(Token token) {
    return tokenizer.getTokenCodePoints(token).toJavaString();
  }

  private static SourceRefusedException refused(RefusalCode code, String message, Span span) {
    return new SourceRefusedException(new Refusal(code, message, span.line(), span.column()));
  }
}
