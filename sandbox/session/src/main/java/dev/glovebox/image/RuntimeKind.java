package dev.glovebox.image;

/** Which runtime child processes start from, each made of the modules of one reviewed list. */
enum RuntimeKind {
  /** Of every child but one. */
  PLAIN("runtime", "runtime-modules.txt"),
  /** Of the preparation of Java, which needs the JDK's compiler. */
  COMPILING("compiling", "compiling-modules.txt");

  private final String word;
  private final String list;

  RuntimeKind(String word, String list) {
    this.word = word;
    this.list = list;
  }

  /** Begins the name of its folder. */
  String word() {
    return word;
  }

  /** Name of the resource that lists its modules. */
  String list() {
    return list;
  }
}
