package dev.glovebox.classes;

/**
 * How large classes may be. Ordinary strategies stay far below; the figures bound what reading and
 * loading them can cost.
 */
public final class ClassLimits {
  /** Most classes of one candidate. */
  public static final int CLASSES_MAX = 256;

  /** Largest archive, in bytes; it has to fit into one frame with room to spare. */
  public static final int ARCHIVE_BYTES_MAX = 768 * 1024;

  /** Largest class file, in bytes. */
  public static final int CLASS_BYTES_MAX = 256 * 1024;

  /** Longest name of a class, in characters. */
  public static final int CLASS_NAME_CHARS_MAX = 255;

  /** Most entries of a constant pool. */
  public static final int POOL_ENTRIES_MAX = 8_192;

  /** Most fields, and most methods, of one class. */
  public static final int MEMBERS_MAX = 1_024;

  /** Longest body of a method as compiled, in bytes. */
  public static final int CODE_BYTES_MAX = 16 * 1024;

  /** Longest body with its steps, in bytes: a branch reaches no farther. */
  public static final int PREPARED_CODE_BYTES_MAX = 32 * 1024 - 1;

  /** Most slots of local variables of a method: with the next, how large one frame can be. */
  public static final int LOCALS_MAX = 512;

  /** Most slots of the operand stack of a method. */
  public static final int STACK_MAX = 512;

  /** Most exception handlers of a method. */
  public static final int HANDLERS_MAX = 512;

  /** Most classes above a class within the candidate. */
  public static final int PARENTS_MAX = 32;

  /** Most interfaces that a class names. */
  public static final int INTERFACES_MAX = 32;

  /** Longest generic signature, in characters. */
  public static final int SIGNATURE_CHARS_MAX = 4_096;

  /** Deepest nesting of type arguments in a generic signature. */
  public static final int SIGNATURE_NESTING_MAX = 16;

  /** Most arguments of a call site's bootstrap. */
  public static final int BOOTSTRAP_ARGUMENTS_MAX = 255;

  /** Most defects that are told. */
  public static final int DEFECTS_MAX = 20;

  private ClassLimits() {}
}
