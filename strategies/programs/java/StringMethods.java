// kind: methods of String
// answer: Alpha|beta|GAMMA 6 alpha true abab l false -1  3.14|ab  |007 ok 6

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class StringMethods extends Strategy {
  public String answer() {
    String text = "  Alpha,beta;GAMMA  ".strip();
    String[] parts = text.split("[,;]");
    return String.join("|", parts) + " " + text.indexOf("beta") + " " + text.substring(0, 5).toLowerCase()
        + " " + text.replace(',', '.').contains(".b") + " " + "ab".repeat(2) + " " + text.charAt(1)
        + " " + "a b".isBlank() + " " + "x".compareTo("y") + " " + "%5.2f|%-4s|%03d".formatted(3.14159, "ab", 7)
        + " " + String.valueOf(new char[] {'o', 'k'}) + " " + text.chars().filter(Character::isUpperCase).count();
  }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
