package dev.glovebox.prepare.form;

import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.python.SyntaxNode;
import dev.glovebox.prepare.python.TreeComparison;
import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Makes the text that a worker loads, in which the statement budget sees every loop.
 *
 * <p>The budget ticks once per change of source line, so a loop on one line would never tick. The
 * form keeps the submitted text and only inserts line feeds, with the indentation they need: before
 * each statement that is not first on its line, and before each comprehension's {@code for} or
 * {@code async}. Nothing is trusted about how that was done: the form is parsed again, the trees
 * are compared without positions, the layout is checked, and anything else is refused.
 *
 * <p>Deterministic: the same bytes give the same form in every process. Analysis plays no part.
 */
public final class NormalForm {
  /** Version of the form; changes whenever the same bytes would give another form. */
  public static final int FORM_VERSION = 1;

  /** Largest form, in bytes; with its line map it must fit one frame. */
  public static final int FORM_BYTES_MAX = 512 * 1024;

  /** Most lines of a form; a line of the map takes at most three bytes. */
  public static final int FORM_LINES_MAX = 2 * SourceText.SOURCE_LINES_MAX;

  private final PythonParser parser;

  /** Makes forms with {@code parser}. */
  public NormalForm(PythonParser parser) {
    this.parser = parser;
  }

  /**
   * Prepares submitted bytes.
   *
   * @throws SourceRefusedException with the reason, if the bytes are not Python, exceed a cap, or
   *     have no provable form
   */
  public PreparedForm prepare(byte[] submitted) {
    ParsedSource source = parser.parse(SourceText.submitted(submitted));
    List<Insertion> insertions = new LinePlan(source).insertions();
    LineBreaks breaks = new LineBreaks(source.text(), insertions);
    PreparedForm form = breaks.apply();
    prove(source, form);
    return form;
  }

  private void prove(ParsedSource source, PreparedForm form) {
    ParsedSource again = parsedAgain(form);
    Optional<SyntaxNode> difference = TreeComparison.difference(source.module(), again.module());
    if (difference.isPresent()) {
      SyntaxNode node = difference.get();
      throw new SourceRefusedException(
          new Refusal(
              RefusalCode.FORM_NOT_PROVEN,
              "splitting the lines would change what this means; write it on several lines",
              node.span().line(),
              node.span().column()));
    }
    LayoutCheck.check(again, form);
  }

  private ParsedSource parsedAgain(PreparedForm form) {
    try {
      return parser.parse(SourceText.derived(new String(form.bytes(), StandardCharsets.UTF_8)));
    } catch (SourceRefusedException e) {
      if (e.refusal().code() == RefusalCode.PARSE_DEADLINE) {
        throw e;
      }
      int line = e.refusal().line();
      throw new SourceRefusedException(
          new Refusal(
              RefusalCode.FORM_NOT_PROVEN,
              "splitting the lines would break this; write it on several lines",
              line >= 1 && line <= form.lineMap().size() ? form.lineMap().get(line - 1) : 0,
              0));
    }
  }
}
