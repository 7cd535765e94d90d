package dev.glovebox.analyzer.words;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that speak to whoever reviews the source, above all to a language model: orders to forget
 * its orders, to approve, to report nothing, and roles of a conversation that nobody is having.
 *
 * <p>Read as a model reads: without letters that nobody sees, look-alikes and digits as what they
 * look like, spelled words as words, line ends as spaces.
 */
public final class Orders {
  /** Longer texts are read in pieces of this length, in characters. */
  private static final int PIECE_CHARACTERS_MAX = 20_000;

  // What a phrase may need beyond the end of a piece.
  private static final int PIECE_OVERLAP = 400;

  private static final int TEXT_CHARACTERS_MIN = 8;
  private static final int PHRASE_CHARACTERS_MAX = 80;
  private static final int WORD_CHARACTERS_MAX = 20;

  /** So many single letters in a row are a word that is spelled. */
  private static final int SPELLED_MIN = 6;

  private static final Pattern SPELLED =
      Pattern.compile("(?<!\\w)\\w(?:[ ._-]\\w){" + (SPELLED_MIN - 1) + ",200}(?!\\w)");

  // 1gn0re
  private static final String DIGITS = "013457@$!";
  private static final String LETTERS = "oieastasi";

  private Orders() {}

  /** What a quick look at a text says of it. */
  private record Look(long phrases, boolean plain, boolean spelled, boolean digits) {}

  /** The first words of {@code text} that speak to who reviews it. */
  public static Optional<String> phrase(String text) {
    if (text.length() < TEXT_CHARACTERS_MIN) {
      return Optional.empty();
    }
    Look look = look(text);
    if (look.plain() && look.phrases() == 0 && !look.spelled() && !look.digits()) {
      return Optional.empty();
    }
    String seen = look.plain() ? text.toLowerCase(Locale.ROOT) : seen(text);
    String found = found(seen, look.plain() ? look.phrases() : Phrases.all());
    if (found.isEmpty()) {
      for (String reading : readings(seen, look)) {
        found = found.isEmpty() ? found(reading, Phrases.all()) : found;
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(shortened(found));
  }

  private static String found(String text, long phrases) {
    for (int from = 0; from < text.length(); from += PIECE_CHARACTERS_MAX) {
      int to = Math.min(text.length(), from + PIECE_CHARACTERS_MAX + PIECE_OVERLAP);
      String found = Phrases.find(text.substring(from, to), phrases);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return "";
  }

  private static Look look(String text) {
    long first = 0;
    long last = 0;
    boolean spelled = false;
    boolean digits = false;
    int start = 0;
    int singles = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (c >= 0x80) {
        return new Look(0, false, true, true);
      }
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        continue;
      }
      int length = i - start;
      if (length > 0 && length <= WORD_CHARACTERS_MAX) {
        Phrases.Bits bits = Phrases.of(text.substring(start, i).toLowerCase(Locale.ROOT));
        first |= bits.first();
        last |= bits.last();
      }
      singles = length == 1 ? singles + 1 : length == 0 && c == ' ' ? singles : 0;
      spelled |= singles >= SPELLED_MIN;
      digits |= length > 0 && DIGITS.indexOf(c) >= 0 && isLetter(text, i + 1);
      start = i + 1;
    }
    return new Look(first & last, true, spelled, digits);
  }

  private static boolean isLetter(String text, int at) {
    return at < text.length() && Character.isLetter(text.charAt(at));
  }

  private static Set<String> readings(String seen, Look look) {
    Set<String> readings = new LinkedHashSet<>();
    if (!look.plain()) {
      readings.add(LookAlikes.latin(seen));
    }
    if (look.spelled()) {
      readings.add(
          SPELLED
              .matcher(seen)
              .replaceAll(word -> word.group().replaceAll("[ ._-]", ""))
              .replaceAll(" {2,}", " "));
    }
    if (look.digits()) {
      StringBuilder letters = new StringBuilder();
      for (int i = 0; i < seen.length(); i++) {
        int at = DIGITS.indexOf(seen.charAt(i));
        letters.append(at < 0 ? seen.charAt(i) : LETTERS.charAt(at));
      }
      readings.add(letters.toString());
    }
    readings.remove(seen);
    return readings;
  }

  /** The words of a name: {@code ignore_previous_instructions}. */
  public static String words(String name) {
    StringBuilder words = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean begins =
          Character.isUpperCase(c) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
      words.append(begins ? " " : "").append(c == '_' ? ' ' : c);
    }
    return words.toString();
  }

  private static String shortened(String phrase) {
    String line = phrase.replaceAll("\\s+", " ").strip();
    return line.length() <= PHRASE_CHARACTERS_MAX ? line : line.substring(0, PHRASE_CHARACTERS_MAX);
  }

  private static String seen(String text) {
    StringBuilder seen = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> c == '\n' || c == '\r' || c == '\t' || !Characters.isHidden(c))
        .filter(c -> c != 0xAD && c != 0x200C && c != 0x200D)
        .map(c -> c == '\r' || c == '\t' ? ' ' : c)
        .forEach(seen::appendCodePoint);
    return seen.toString().toLowerCase(Locale.ROOT);
  }
}
