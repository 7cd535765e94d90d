package dev.glovebox.prepare.source;

/** Stable names of refusals. A name never changes its meaning once released. */
public enum RefusalCode {
  /** The text is not Python: reported by analysis as the finding of the same name. */
  PY000,
  /** More bytes than {@link SourceText#SOURCE_BYTES_MAX}. */
  SOURCE_TOO_LARGE,
  /** More lines than {@link SourceText#SOURCE_LINES_MAX}. */
  SOURCE_LINES,
  /** Not well-formed UTF-8. */
  SOURCE_NOT_UTF8,
  /** A NUL byte: binary, or an attempt to end the text early for one reader only. */
  SOURCE_NUL,
  /** A byte order mark. */
  SOURCE_BOM,
  /** A carriage return without a line feed, which readers count differently. */
  SOURCE_CARRIAGE_RETURN,
  /** A form feed, which resets the indentation that people see. */
  SOURCE_FORM_FEED,
  /** A coding declaration other than UTF-8. */
  SOURCE_ENCODING,
  /** A number literal with more digits than {@code DIGIT_RUN_MAX}. */
  SOURCE_DIGITS,
  /** Brackets or blocks nested deeper than {@code NESTING_MAX}. */
  SOURCE_NESTING,
  /** A chain of operators, attributes or calls longer than {@code CHAIN_LINKS_MAX}. */
  SOURCE_CHAIN,
  /** More tokens than {@code TOKENS_MAX}. */
  SOURCE_TOKENS,
  /** A syntax tree deeper than {@code TREE_DEPTH_MAX}. */
  SOURCE_DEPTH,
  /** Parsing took longer than allowed. */
  PARSE_DEADLINE,
  /** A one-line suite that a backslash separates from its header. */
  FORM_CONTINUATION,
  /** The normal form would be larger than allowed. */
  FORM_TOO_LARGE,
  /** The normal form could not be proven equal to the submitted text. */
  FORM_NOT_PROVEN,
  /** The request names a language that is not prepared here. */
  LANGUAGE_UNSUPPORTED,
  /** The request breaks the protocol. */
  PROTOCOL_VIOLATION,
  /** Preparation itself failed; nothing is known about the text. */
  PREPARATION_FAILED,
  /** Analysis itself failed; nothing is known about the text. */
  ANALYSIS_FAILED
}
