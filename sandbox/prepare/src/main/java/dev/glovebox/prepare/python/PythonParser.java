package dev.glovebox.prepare.python;

import com.oracle.graal.python.pegparser.InputType;
import com.oracle.graal.python.pegparser.Parser;
import com.oracle.graal.python.pegparser.ParserCallbacks;
import com.oracle.graal.python.pegparser.tokenizer.SourceRange;
import dev.glovebox.prepare.source.DeepStack;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.SourceText;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Parses Python exactly as the guest runtime does, because it is the guest runtime's own parser.
 *
 * <p>Runs no code. Refuses before parsing what would make parsing deep or slow. Thread-safe; the
 * verdict depends on the text alone, unless the deadline passes.
 */
public final class PythonParser {
  /** Most digits of one number literal; longer ones hang the parser between two polls. */
  public static final int DIGIT_RUN_MAX = 4_300;

  /** Deepest nesting of brackets. */
  public static final int NESTING_MAX = 100;

  /** Most operators, attributes and calls in one operand between commas. */
  public static final int CHAIN_LINKS_MAX = 500;

  /** Most tokens; the parser remembers what it tried at each, so they bound its memory. */
  public static final int TOKENS_MAX = 65_536;

  /** Deepest syntax tree, in nodes. */
  public static final int TREE_DEPTH_MAX = 1_000;

  // Python 3.12, the language level of GraalPy 25.0.
  private static final int FEATURE_VERSION = 12;

  private final LongSupplier nanoTime;
  private final Duration limit;

  /**
   * Makes a parser.
   *
   * @param nanoTime a monotonic clock, in nanoseconds
   * @param limit how long one text may take
   */
  public PythonParser(LongSupplier nanoTime, Duration limit) {
    this.nanoTime = nanoTime;
    this.limit = limit;
  }

  /**
   * Parses {@code text}.
   *
   * @throws SourceRefusedException if the text is not Python or exceeds a cap
   */
  public ParsedSource parse(SourceText text) {
    long end = nanoTime.getAsLong() + limit.toNanos();
    return DeepStack.call(() -> parseHere(text, new Callbacks(nanoTime, end)), limit);
  }

  private static ParsedSource parseHere(SourceText text, ParserCallbacks callbacks) {
    List<PythonToken> tokens = TokenScan.of(text.text(), callbacks);
    Parser parser =
        new Parser(
            text.text(),
            callbacks,
            InputType.FILE,
            EnumSet.noneOf(Parser.Flags.class),
            FEATURE_VERSION);
    try {
      return new ParsedSource(text, new GraalTree().copy(parser.parse()), tokens);
    } catch (SourceRefusedException e) {
      throw e.refusal().code() == RefusalCode.PY000
          ? new SourceRefusedException(ErrorPlace.corrected(e.refusal(), text, tokens))
          : e;
    }
  }

  private record Callbacks(LongSupplier nanoTime, long end) implements ParserCallbacks {
    @Override
    public void safePointPoll() {
      if (nanoTime.getAsLong() - end > 0) {
        throw new SourceRefusedException(DeepStack.late());
      }
    }

    @Override
    public RuntimeException reportIncompleteSource(int line) {
      throw syntaxError(line, 0, "the source ends too early");
    }

    @Override
    public RuntimeException onError(ErrorType type, SourceRange range, String message) {
      throw syntaxError(range.startLine, range.startColumn + 1, message);
    }

    @Override
    public void onWarning(WarningType type, SourceRange range, String message) {
      // A warning of the language, for example a doubtful escape, is no reason to refuse.
    }

    private static SourceRefusedException syntaxError(int line, int column, String message) {
      return new SourceRefusedException(
          new Refusal(RefusalCode.PY000, message, Math.max(0, line), Math.max(0, column)));
    }
  }
}
