package dev.glovebox.fuzz;

import dev.glovebox.prepare.form.NormalForm;
import dev.glovebox.prepare.form.PreparedForm;
import dev.glovebox.prepare.python.PythonParser;
import dev.glovebox.prepare.source.RefusalCode;
import dev.glovebox.prepare.source.SourceRefusedException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Preparation gives a form that is the submitted text with line feeds and indentation inserted,
 * whose line map is right, which is its own form, and which a second preparation makes again; or a
 * refusal with a code. That the trees are equal is proven inside.
 */
public final class FormTarget {
  private static final NormalForm FORMS = forms();
  private static final NormalForm OTHERS = forms();

  private FormTarget() {}

  private static NormalForm forms() {
    return new NormalForm(new PythonParser(System::nanoTime, Duration.ofSeconds(10)));
  }

  /** Prepares {@code data}. */
  public static void fuzzerTestOneInput(byte[] data) {
    PreparedForm form;
    try {
      form = FORMS.prepare(data);
    } catch (SourceRefusedException e) {
      Checks.refusal(e.refusal(), data);
      return;
    }
    PreparedForm again = OTHERS.prepare(data);
    Checks.require(Arrays.equals(form.bytes(), again.bytes()), "another form the next time");
    Checks.require(form.lineMap().equals(again.lineMap()), "another map the next time");
    insertsOnly(text(data), text(form.bytes()), form.lineMap());
    isItsOwn(form);
  }

  /** Pieces of one submitted line, without what stands before each, are that line. */
  private static void insertsOnly(String[] submitted, String[] form, List<Integer> lineMap) {
    Checks.require(form.length == lineMap.size(), "a map of another length");
    int next = 0;
    for (int line = 1; line <= submitted.length; line++) {
      Checks.require(next < form.length && lineMap.get(next) == line, "a line that is lost");
      StringBuilder pieces = new StringBuilder(form[next]);
      for (next++; next < form.length && lineMap.get(next) == line; next++) {
        pieces.append(withoutIndentation(form[next]));
      }
      Checks.require(
          pieces.toString().equals(submitted[line - 1]), "text that changed in line " + line);
    }
    Checks.require(next == form.length, "lines that nobody wrote");
  }

  private static String withoutIndentation(String line) {
    int start = 0;
    while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
      start++;
    }
    return line.substring(start);
  }

  private static void isItsOwn(PreparedForm form) {
    try {
      Checks.require(
          Arrays.equals(FORMS.prepare(form.bytes()).bytes(), form.bytes()), "not its own form");
    } catch (SourceRefusedException e) {
      RefusalCode code = e.refusal().code();
      Checks.require(
          code == RefusalCode.SOURCE_TOO_LARGE || code == RefusalCode.SOURCE_LINES,
          "a form that is refused: " + e.refusal());
    }
  }

  private static String[] text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).split("\n", -1);
  }
}
