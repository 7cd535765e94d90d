package dev.glovebox.jail.landlock;

/** What a rule allows; everything that no rule allows is refused. */
enum Access {
  /** Read a file, or list and read all below a folder. */
  READ("r"),
  /** Read a file, and start it as a program. */
  RUN("x"),
  /** Read, make, change and remove files and folders below a folder. */
  WRITE("w");

  private final String letter;

  Access(String letter) {
    this.letter = letter;
  }

  /** The word for {@code path} on the launcher's command line. */
  String word(String path) {
    return letter + ':' + path;
  }

  /** The access that {@code word} names. */
  static Access of(String word) {
    for (Access access : values()) {
      if (word.startsWith(access.letter + ':')) {
        return access;
      }
    }
    throw new IllegalArgumentException("not a rule: " + word);
  }
}
