package dev.glovebox.classes;

/** Stable names of what is wrong with class files. A name never changes its meaning. */
public enum ClassCode {
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
  JAVA_METER
}
