package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Answer;
import dev.glovebox.proto.worker.v1.Bars;
import dev.glovebox.proto.worker.v1.HostFrame;
import dev.glovebox.proto.worker.v1.Stop;
import dev.glovebox.proto.worker.v1.WorkerFrame;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/** A real worker process with the documented flags, over a real unix socket. */
@Timeout(180)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkerProcessTest {
  private static final int HEAP_MEBIBYTES = 256;

  /** What a process shows of itself, on the first bar; what is done then is put behind. */
  private static final String WORLD =
      """
      import datetime
      import os
      import random
      import secrets
      import time
      import uuid
      from glovebox import Strategy

      class S(Strategy):
          def on_bar(self, ctx, bar):
              if ctx.bar_index == 0:
                  print(repr((
                      time.time(), time.perf_counter_ns(), str(datetime.datetime.now()),
                      time.strftime("%c"), time.ctime(), random.random(), random.Random().random(),
                      os.urandom(8), secrets.token_hex(8), str(uuid.uuid4()), os.getpid(),
                      hash("text"), hash(object()), repr(object()), id(object()),
                      ctx.random.random(), sorted({"a", "b", "c"}),
                      list({object() for _ in range(3)}), os.uname())))
      """;

  /** Of one process that went on to its end and one whose memory ran out. */
  private static final List<String> WORLDS = new CopyOnWriteArrayList<>();

  @Test
  @Order(1)
  void runsAStrategyFromHelloToStoppedAndExitsWithZero() throws Exception {
    runToStopped();
  }

  private static void runToStopped() throws Exception {
    try (ChildHost host = new ChildHost(HEAP_MEBIBYTES)) {
      WorkerFrame hello = host.next();
      assertThat(hello.getSequence()).isEqualTo(1);
      assertThat(hello.getHello().getNonce().size()).isEqualTo(Invitation.NONCE_BYTES);
      assertThat(hello.getHello().getEngineVersion()).isEqualTo("graalpy 25.0.3");
      host.start(Strategies.start(WORLD + "ctx.buy(1)".indent(8), Map.of()));
      assertThat(host.next().getReady().getStrategyClass()).isEqualTo("S");
      host.send(bars(0));
      Answer answer = host.next().getAnswer();
      assertThat(answer.getConsumed()).isEqualTo(1);
      assertThat(answer.getIntents(0).getMarket().getQuantity().getValue().getMantissa())
          .isEqualTo(1);
      WORLDS.add(host.log().getFirst());
      host.send(HostFrame.newBuilder().setStop(Stop.getDefaultInstance()));
      assertThat(host.next().hasStopped()).isTrue();
      assertThat(host.exitStatus()).isEqualTo(WorkerMain.EXIT_DONE);
      assertThat(host.output()).isEmpty();
    }
  }

  @Test
  @Order(1)
  void exitsWithThreeWhenMemoryRunsOut() throws Exception {
    runOutOfMemory();
  }

  private static void runOutOfMemory() throws Exception {
    try (ChildHost host = new ChildHost(HEAP_MEBIBYTES)) {
      host.next();
      String flood =
          "if ctx.bar_index == 1:\n    hoard = []\n    while True:\n"
              + "        hoard.append(bytearray(1 << 20))";
      host.start(Strategies.start(WORLD + flood.indent(8), Map.of()));
      host.next();
      host.send(bars(0));
      assertThat(host.next().hasAnswer()).isTrue();
      WORLDS.add(host.log().getFirst());
      host.send(bars(1));
      assertThat(host.exitStatus()).isEqualTo(3);
    }
  }

  @Test
  void exitsWithThreeForDirectMemoryTooWhichIsGivenOutByJavaCode() {
    assertThat(WorkerMain.status(new OutOfMemoryError("Cannot reserve direct memory")))
        .isEqualTo(3);
    assertThat(WorkerMain.status(new IllegalStateException())).isEqualTo(WorkerMain.EXIT_FAULT);
  }

  @Test
  void endsWithTheHost() throws Exception {
    try (ChildHost host = new ChildHost(HEAP_MEBIBYTES)) {
      host.next();
      // No budget sees a loop inside a builtin: only the end of stdin can end this process.
      host.start(Strategies.start(Strategies.onBar("sum(range(10**13))"), Map.of()));
      host.next();
      host.send(bars(0));
      host.awaitWork(Duration.ofSeconds(1));
      assertThat(host.lives()).isTrue();
      host.leave();
      assertThat(host.exitStatus()).isEqualTo(WorkerMain.EXIT_HOST_GONE);
    }
  }

  @Test
  @Order(2)
  void showsTheSameWorldInTwoProcesses() throws Exception {
    if (WORLDS.size() < 2) {
      runToStopped();
      runOutOfMemory();
    }
    assertThat(WORLDS.getFirst()).contains("2024-01-02 00:00:00");
    assertThat(WORLDS).hasSizeGreaterThan(1).containsOnly(WORLDS.getFirst());
  }

  private static HostFrame.Builder bars(int index) {
    Market market = new Market(Market.waves(index + 1));
    return HostFrame.newBuilder()
        .setBars(Bars.newBuilder().addSets(market.set(index).toByteString()));
  }
}
