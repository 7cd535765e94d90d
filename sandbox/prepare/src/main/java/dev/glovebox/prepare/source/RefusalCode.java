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
  /** Java that has other than plain ASCII. */
  SOURCE_NOT_ASCII,
  /** A Unicode escape in Java, which stands for other text than people read. */
  SOURCE_UNICODE_ESCAPE,
  /** The text is not Java, or does not compile. */
  JV000,
  /** Compiling took longer than allowed. */
  COMPILE_DEADLINE,
  /** The archive is not the one encoding of its content. */
  JAVA_ARCHIVE_MALFORMED,
  /** The archive has too many classes or bytes. */
  JAVA_ARCHIVE_TOO_LARGE,
  /** The form was made under another positive list. */
  JAVA_LIST_DIFFERS,
  /** No class is the strategy, or more than one could be. */
  JAVA_STRATEGY_CLASS,
  /** The bytes are no class file. */
  JAVA_CLASS_MALFORMED,
  /** Another version of class files than that of Java 25, or preview features. */
  JAVA_CLASS_VERSION,
  /** A name that lies, is reserved, or is written in characters that are not taken. */
  JAVA_CLASS_NAME,
  /** A module, an annotation type, or flags that no compiler writes. */
  JAVA_CLASS_KIND,
  /** A superclass, an interface or a permitted subclass that a candidate may not have. */
  JAVA_CLASS_PARENT,
  /** One of the caps on the size of a class. */
  JAVA_CLASS_TOO_LARGE,
  /** An attribute that is not read, or content of one that names what it may not. */
  JAVA_CLASS_ATTRIBUTE,
  /** Two members of one name and descriptor, or an ill-formed one. */
  JAVA_CLASS_MEMBER,
  /** A class that is neither the candidate's nor on the positive list. */
  JAVA_CLASS_NOT_LISTED,
  /** A method that is neither the candidate's nor on the positive list. */
  JAVA_METHOD_NOT_LISTED,
  /** A field that is neither the candidate's nor on the positive list. */
  JAVA_FIELD_NOT_LISTED,
  /** A constant that is computed when it is loaded, or of a kind that no strategy needs. */
  JAVA_CONSTANT_KIND,
  /** A class literal where none is needed for an enum. */
  JAVA_CLASS_LITERAL,
  /** A call site whose bootstrap is not one of three, or not used as compilers use it. */
  JAVA_BOOTSTRAP,
  /** A method handle of a kind or target that is not taken. */
  JAVA_METHOD_HANDLE,
  /** A monitor, or a synchronized method. */
  JAVA_MONITOR,
  /** A native method. */
  JAVA_NATIVE,
  /** A finalizer. */
  JAVA_FINALIZER,
  /** A static field that can change. */
  JAVA_STATIC_MUTABLE,
  /** An instruction that is not taken, or not as it is used. */
  JAVA_INSTRUCTION,
  /** A handler for what a strategy may not catch. */
  JAVA_CATCH_TYPE,
  /** A handler for everything that does not throw on. */
  JAVA_CATCH_SWALLOWS,
  /** A handler that stands before the end of what it guards. */
  JAVA_CATCH_ORDER,
  /** A counted step where none belongs, or none where one does. */
  JAVA_METER,
  /** The request names a language that is not prepared here. */
  LANGUAGE_UNSUPPORTED,
  /** The request breaks the protocol. */
  PROTOCOL_VIOLATION,
  /** Preparation itself failed; nothing is known about the text. */
  PREPARATION_FAILED,
  /** Analysis itself failed; nothing is known about the text. */
  ANALYSIS_FAILED
}
