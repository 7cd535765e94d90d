package dev.glovebox.prepare.form;

import dev.glovebox.prepare.source.Refusal;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import dev.glovebox.prepare.source.SourceText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes the submitted text with its insertions, and the line map with it. */
final class LineBreaks {
  private final SourceText source;
  private final List<Insertion> insertions;
  private final StringBuilder form = new StringBuilder();
  private final List<Integer> lineMap = new ArrayList<>();

  /**
   * Takes a plan.
   *
   * @param insertions by ascending offset, no two at the same place
   */
  LineBreaks(SourceText source, List<Insertion> insertions) {
    this.source = source;
    this.insertions = insertions;
  }

  PreparedForm apply() {
    refuseGrowth();
    int next = 0;
    for (int line = 1; line <= source.lineCount(); line++) {
      lineMap.add(line);
      int from = source.lineStart(line);
      for (; next < insertions.size() && insertions.get(next).line() == line; next++) {
        Insertion insertion = insertions.get(next);
        form.append(source.text(), from, insertion.offset());
        form.append('\n').append(insertion.indentation());
        lineMap.add(line);
        from = insertion.offset();
      }
      form.append(source.text(), from, endOf(line));
    }
    if (next != insertions.size()) {
      throw new IllegalStateException("an insertion was left over");
    }
    return new PreparedForm(form.toString().getBytes(StandardCharsets.UTF_8), List.copyOf(lineMap));
  }

  private int endOf(int line) {
    return line < source.lineCount() ? source.lineStart(line + 1) : source.text().length();
  }

  // Before anything is built: indentation times statements can be far larger than the source.
  private void refuseGrowth() {
    long bytes = source.text().getBytes(StandardCharsets.UTF_8).length;
    for (Insertion insertion : insertions) {
      bytes += 1 + insertion.indentation().length();
      if (bytes > NormalForm.FORM_BYTES_MAX) {
        throw tooLarge(insertion.line(), "more than " + NormalForm.FORM_BYTES_MAX + " bytes");
      }
    }
    if ((long) source.lineCount() + insertions.size() > NormalForm.FORM_LINES_MAX) {
      throw tooLarge(0, "more than " + NormalForm.FORM_LINES_MAX + " lines");
    }
  }

  private static SourceRefusedException tooLarge(int line, String what) {
    return new SourceRefusedException(
        new Refusal(
            RefusalCode.FORM_TOO_LARGE, "with one statement a line it has " + what, line, 0));
  }
}
