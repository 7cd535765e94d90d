package dev.glovebox.jail.image;

import java.io.InputStream;
import java.util.Objects;

/** Prints the word that its jar holds. */
final class WordMain {
  private WordMain() {}

  public static void main(String[] arguments) throws Exception {
    try (InputStream word =
        Objects.requireNonNull(WordMain.class.getResourceAsStream("/word.txt"))) {
      System.out.write(word.readAllBytes());
      System.out.flush();
    }
  }
}
