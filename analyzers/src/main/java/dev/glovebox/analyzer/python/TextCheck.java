package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.findings.Report.quoted;

import dev.glovebox.analyzer.findings.Report;
import dev.glovebox.analyzer.words.Characters;
import dev.glovebox.analyzer.words.Soup;
import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.python.PythonToken;
import dev.glovebox.prepare.source.SourceText;
import dev.glovebox.prepare.source.Span;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Text that does not read as it is: hidden characters, and names in look-alike letters. */
final class TextCheck {
  private TextCheck() {}

  /** Characters that change what people see or see nothing of. */
  static void hidden(SourceText text, Report report) {
    for (int line = 1; line <= text.lineCount(); line++) {
      String content = text.line(line);
      if (isPlain(content)) {
        continue;
      }
      int column = 1;
      for (int i = 0; i < content.length(); column++) {
        int c = content.codePointAt(i);
        i += Character.charCount(c);
        if (Characters.isHidden(c)) {
          report.add(
              "PY116",
              new Span(line, column, line, column + 1),
              String.format(Locale.ROOT, "the character U+%04X is not seen", c));
        }
      }
    }
  }

  private static boolean isPlain(String line) {
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c < ' ' || c >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  /** Names as they were typed: the tree already has them in the form that Python compares. */
  static void names(ParsedSource source, Report report) {
    Set<String> seen = new HashSet<>();
    Set<String> alike = new HashSet<>();
    for (PythonToken token : source.tokens()) {
      if (token.isName()) {
        String name = raw(source.text(), token.span());
        if (seen.add(name)) {
          CommentCheck.name(token.span(), name, report);
          if (Soup.isShort(name) && alike.add(name) && alike.size() > 1) {
            report.add("PY506", token.span(), quoted(name) + " cannot be told from other names");
          }
        }
        name(token.span(), name, report);
      }
    }
  }

  private static String raw(SourceText text, Span span) {
    return text.text()
        .substring(
            text.offset(span.line(), span.column()), text.offset(span.endLine(), span.endColumn()));
  }

  private static void name(Span span, String name, Report report) {
    if (Characters.isAscii(name)) {
      return;
    }
    if (!Names.plain(name).equals(name) || mixesScripts(name)) {
      report.add("PY117", span, quoted(name) + " is written in look-alike characters");
    } else {
      report.add("PY408", span, quoted(name) + " is not written in ASCII letters");
    }
  }

  private static boolean mixesScripts(String name) {
    Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
    name.codePoints()
        .mapToObj(UnicodeScript::of)
        .filter(script -> script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED)
        .forEach(scripts::add);
    return scripts.size() > 1;
  }
}
