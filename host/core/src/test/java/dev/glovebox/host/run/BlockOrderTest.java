package dev.glovebox.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.model.TradingState;
import dev.glovebox.jail.SetFrame;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When a frame leaves and when a Decision is made, in the order in which they happen. */
final class BlockOrderTest {
  private static final String SENT = "sent";
  private static final String DECIDED = "decided";

  @Test
  void lockStepDecidesOnASetBeforeItSendsTheNext() {
    assertThat(events(1))
        .containsExactly(SENT, DECIDED, SENT, DECIDED, SENT, DECIDED, SENT, DECIDED);
  }

  @Test
  void aBlockTravelsWhileTheDecisionsOfTheOneBeforeAreWritten() {
    assertThat(events(2)).containsExactly(SENT, SENT, DECIDED, DECIDED, DECIDED, DECIDED);
  }

  /** Runs four bars without an order; each Decision asks once for the state of trading. */
  private static List<String> events(int block) {
    List<String> events = new ArrayList<>();
    ScriptedSession session =
        new ScriptedSession(0, (_, _) -> {}) {
          @Override
          public void send(List<SetFrame> sets) {
            events.add(SENT);
            super.send(sets);
          }
        };
    TestRun run =
        new TestRun(
            RunLoopTest.setup(RunLoopTest.bars("1", "2", "3", "4"))
                .block(block)
                .state(() -> {
                  events.add(DECIDED);
                  return TradingState.ACTIVE;
                }),
            session);
    assertThat(run.completed).isEqualTo(4);
    return events;
  }
}
