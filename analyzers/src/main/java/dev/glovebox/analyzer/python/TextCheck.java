package dev.glovebox.analyzer.python;

import static dev.glovebox.analyzer.python.Report.quoted;

import dev.glovebox.prepare.python.ParsedSource;
import dev.glovebox.prepare.python.PythonToken;
import dev.glovebox.prepare.python.Span;
import dev.glovebox.prepare.source.SourceText;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Text that does not read as it is: hidden characters, and names in look-alike letters. */
final class TextCheck {
  private static final int TAG_FIRST = 0xE0000;
  private static final int TAG_LAST = 0xE007F;

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
        if (isHidden(c)) {
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

  static boolean isHidden(int c) {
    return switch (c) {
      case '\t' -> false;
      // Marks and overrides of direction, and spaces without width. The joiners U+200C and U+200D
      // belong to ordinary words and pictures.
      case 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0xFEFF -> true;
      // Letters and signs that are drawn as nothing.
      case 0x115F, 0x1160, 0x2800, 0x3164, 0xFFA0 -> true;
      default ->
          (c >= 0x202A && c <= 0x202E)
              || (c >= 0x2066 && c <= 0x2069)
              || (c >= 0x2060 && c <= 0x206F)
              // Selectors of a variant; the last of the first sixteen belongs to pictures.
              || (c >= 0xFE00 && c <= 0xFE0E)
              || (c >= 0xE0100 && c <= 0xE01EF)
              || (c >= TAG_FIRST && c <= TAG_LAST)
              || c == 0x2028
              || c == 0x2029
              || Character.isISOControl(c);
    };
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
          if (CommentCheck.isShortSoup(name) && alike.add(name) && alike.size() > 1) {
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
    if (isAscii(name)) {
      return;
    }
    if (!Names.plain(name).equals(name) || mixesScripts(name)) {
      report.add("PY117", span, quoted(name) + " is written in look-alike characters");
    } else {
      report.add("PY408", span, quoted(name) + " is not written in ASCII letters");
    }
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
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
