package dev.glovebox.analyzer.report;

import dev.glovebox.analyzer.Finding;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Findings as JUnit XML, for build servers: a suite for each file; a finding that flags it is a
 * failure, what could not be judged an error, any other finding a test that passes.
 */
public final class JunitXml {
  private final StringBuilder xml = new StringBuilder();

  private JunitXml() {}

  /** The report, a line for each element. */
  public static String of(List<FileVerdict> verdicts) {
    JunitXml report = new JunitXml();
    report.xml.append(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"glovebox\">\n");
    verdicts.forEach(report::suite);
    return report.xml.append("</testsuites>").toString();
  }

  private void suite(FileVerdict verdict) {
    long failures = verdict.findings().stream().filter(Judged::flags).count();
    boolean unreadable = verdict.judgement() instanceof Judgement.Unreadable;
    String path = encoded(verdict.path());
    xml.append(
        String.format(
            "  <testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"0\">\n",
            path, Math.max(1, verdict.findings().size()), failures, unreadable ? 1 : 0));
    switch (verdict.judgement()) {
      case Judgement.Unreadable(String code, String message, int line) ->
          test(
              path,
              "could not be judged",
              "error",
              code,
              message + (line > 0 ? ", line " + line : ""));
      case Judgement.Analysed _ when verdict.findings().isEmpty() ->
          xml.append("    <testcase classname=\"" + path + "\" name=\"no findings\"/>\n");
      case Judgement.Analysed _ -> verdict.findings().forEach(judged -> finding(path, judged));
    }
    xml.append("  </testsuite>\n");
  }

  private void finding(String path, Judged judged) {
    Finding finding = judged.finding();
    String name = finding.rule() + " " + finding.line() + ":" + finding.column();
    String text =
        finding.message()
            + (finding.instead().isEmpty() ? "" : "\ninstead: " + finding.instead())
            + accepted(judged.standing());
    if (judged.flags()) {
      test(path, name, "failure", finding.rule(), text);
    } else {
      xml.append("    <testcase classname=\"" + path + "\" name=\"" + encoded(name) + "\">");
      xml.append(
          "<system-out>" + encoded(finding.severity().text() + ": " + text) + "</system-out>");
      xml.append("</testcase>\n");
    }
  }

  private static String accepted(Standing standing) {
    return switch (standing) {
      case Standing.Counts _ -> "";
      case Standing.Known _ -> "\naccepted: known by the baseline";
      case Standing.Suppressed(String owner, String reason) ->
          "\naccepted: " + reason + " (" + owner + ")";
    };
  }

  private void test(String path, String name, String element, String type, String text) {
    xml.append(
        String.format(
            "    <testcase classname=\"%s\" name=\"%s\"><%s type=\"%s\" message=\"%s\"/></testcase>\n",
            path, encoded(name), element, encoded(type), encoded(text)));
  }

  /** Untrusted text for XML 1.0, in an attribute or between elements. */
  static String encoded(String text) {
    return text.lines().map(JunitXml::encodedLine).collect(Collectors.joining("&#10;"));
  }

  private static String encodedLine(String line) {
    StringBuilder encoded = new StringBuilder();
    TerminalText.encode(line)
        .codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> encoded.append("&amp;");
            case '<' -> encoded.append("&lt;");
            case '>' -> encoded.append("&gt;");
            case '"' -> encoded.append("&quot;");
            case '\'' -> encoded.append("&apos;");
            default -> encoded.appendCodePoint(c);
          }
        });
    return encoded.toString();
  }
}
