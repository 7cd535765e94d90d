package dev.glovebox.worker.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Answer;
import dev.glovebox.proto.worker.v1.Bars;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Stop;
import dev.glovebox.worker.ChildHost;
import dev.glovebox.worker.Market;
import dev.glovebox.worker.WorkerMain;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A worker process that was told to expect Java. */
@Timeout(120)
class JavaProcessTest {
  private static final int HEAP_MEBIBYTES = 128;

  @Test
  void runsAStrategyFromHelloToStoppedAndExitsWithZero() throws Exception {
    try (ChildHost host =
        new ChildHost(HEAP_MEBIBYTES, "-D" + WorkerMain.LANGUAGE_PROPERTY + "=java")) {
      assertThat(host.next().getHello().getEngineVersion()).isEqualTo(JavaGuest.engineVersion());
      host.start(
          JavaStrategies.start(
              JavaStrategies.onBar(
                  "record P(int x) {} ctx.log(\"\" + new P(1).hashCode()); ctx.buy(2);"),
              Map.of()));
      assertThat(host.next().getReady().getStrategyClass()).isEqualTo("S");
      Market market = new Market(Market.waves(2));
      host.send(
          HostFrame.newBuilder().setBars(Bars.newBuilder().addSets(market.set(0).toByteString())));
      Answer answer = host.next().getAnswer();
      assertThat(answer.getConsumed()).isEqualTo(1);
      assertThat(answer.getIntents(0).getMarket().getQuantity().getValue().getMantissa())
          .isEqualTo(2);
      assertThat(host.log()).containsExactly("1");
      host.send(HostFrame.newBuilder().setStop(Stop.getDefaultInstance()));
      assertThat(host.next().hasStopped()).isTrue();
      assertThat(host.exitStatus()).isEqualTo(WorkerMain.EXIT_DONE);
      assertThat(host.output()).isEmpty();
    }
  }
}
