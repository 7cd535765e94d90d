package dev.glovebox.host.app.attacks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One class file that was made by hand, and how a worker ends it: a line of {@code classes.txt}.
 *
 * @param verifier the end with the worker's verifier, in one word
 * @param unverified the end without it
 * @param harmless why what it gets then is its own; empty if it gets nothing
 */
record HandMadeClass(String name, String verifier, String unverified, String harmless) {
  /** Where the lines are. */
  static final Path FILE = JavaAttack.ROOT.resolve("classes.txt");

  private static final String CELLS = " | ";
  private static final int CELL_COUNT = 4;

  static List<HandMadeClass> all() {
    List<HandMadeClass> all = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(FILE, StandardCharsets.US_ASCII)) {
        if (!line.startsWith("#")) {
          String[] cells = (line + " ").split(" \\| ?", CELL_COUNT);
          all.add(new HandMadeClass(cells[0], cells[1], cells[2], cells[3].strip()));
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HandMadeClass of(List<HandMadeClass> all, String name) {
    return all.stream()
        .filter(each -> each.name.equals(name))
        .findFirst()
        .orElse(new HandMadeClass(name, "", "", ""));
  }

  HandMadeClass ended(Ending verified, Ending without) {
    return new HandMadeClass(name, JavaAttack.word(verified), JavaAttack.word(without), harmless);
  }

  /** The line of the file. */
  String line() {
    return (name + CELLS + verifier + CELLS + unverified + CELLS + harmless).strip();
  }

  /** What is wrong with how it ended; empty if nothing is. */
  Optional<String> complaint(Ending verified, Ending without) {
    if (JavaAttack.gotIn(verified) || (JavaAttack.gotIn(without) && harmless.isEmpty())) {
      return Optional.of(name + " got in: " + verified + " and " + without);
    }
    return ended(verified, without).equals(this)
        ? Optional.empty()
        : Optional.of(name + " ended with " + verified + " and " + without);
  }
}
