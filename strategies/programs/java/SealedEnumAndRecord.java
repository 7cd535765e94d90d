// kind: switch over a sealed interface of an enum and a record
// answer: stop fill 4 start

import dev.glovebox.strategy.Bar;
import dev.glovebox.strategy.Context;
import dev.glovebox.strategy.Strategy;

public final class SealedEnumAndRecord extends Strategy {
  sealed interface Event permits Kind, Fill {}
  enum Kind implements Event { START, STOP }
  record Fill(int size) implements Event {}
  private String told(Event event) {
    return switch (event) {
      case Kind kind -> kind == Kind.START ? "start" : "stop";
      case Fill(int size) -> "fill " + size;
    };
  }
  public String answer() { return told(Kind.STOP) + " " + told(new Fill(4)) + " " + told(Kind.START); }

  @Override
  public void onBar(Context ctx, Bar bar) {
    ctx.log(answer());
  }
}
