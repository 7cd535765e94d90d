package dev.glovebox.analyzer.words;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Letters of other alphabets that look like Latin ones. */
public final class LookAlikes {
  private static final String OTHERS =
      "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u051b\u051d\u04bb"
          + "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405"
          + "\u03bf\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5"
          + "\u03a7\u03b9\u03bd\u0131\u0261\u0578\u057d\u0585\u0433\u043c\u043d\u0442\u043a";
  private static final String LATIN =
      "aeopcyxijsdqwh" + "ABEKMHOPCTXIJS" + "oABEZHIKMNOPTY" + "Xivignuo" + "rmhtk";

  private static final Pattern WORD = Pattern.compile("\\p{L}{2,64}");

  // Greek letters stand beside Latin ones in every formula.
  private static final Set<UnicodeScript> DISGUISES =
      EnumSet.of(
          UnicodeScript.CYRILLIC,
          UnicodeScript.ARMENIAN,
          UnicodeScript.CHEROKEE,
          UnicodeScript.LISU,
          UnicodeScript.COPTIC);

  private LookAlikes() {}

  /** {@code text} with each look-alike as the Latin letter that people see. */
  public static String latin(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int at = OTHERS.indexOf(text.charAt(i));
      plain.append(at < 0 ? text.charAt(i) : LATIN.charAt(at));
    }
    return plain.toString();
  }

  /** A word of {@code text} that mixes Latin letters with those of an alphabet that looks alike. */
  public static Optional<String> mixedWord(String text) {
    if (Characters.isAscii(text)) {
      return Optional.empty();
    }
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
      word.group().codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
      if (scripts.contains(UnicodeScript.LATIN) && scripts.stream().anyMatch(DISGUISES::contains)) {
        return Optional.of(word.group());
      }
    }
    return Optional.empty();
  }
}
