package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Start;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The limit of recursion is a count of calls, the same every time. */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
final class CallDepthTest {
  /** Calls of the worker and of the strategy API that wait while a hook runs. */
  private static final int OUTER = 2;

  private static final String DEPTHS =
      """
      def down(n):
          try:
              return down(n + 1)
          except RecursionError:
              return n

      def by_comprehension(n):
          seen[0] = n
          return [by_comprehension(n + 1) for _ in range(1)]

      def by_library(n):
          seen[0] = n
          return sorted([2, 1], key=lambda _: by_library(n + 1))

      def by_generator(n):
          seen[0] = n
          yield n
          yield from by_generator(n + 1)

      class Echo:
          def __init__(self):
              self.n = 0
          def __repr__(self):
              self.n += 1
              return repr([self])
          def __getattr__(self, name):
              seen[0] += 1
              return getattr(self, name + "_")

      def deepest(work):
          seen[0] = 0
          try:
              work()
          except RecursionError as error:
              return seen[0], str(error)

      seen = [0]
      echo = Echo()
      print([
          down(1),
          deepest(lambda: by_comprehension(1)),
          deepest(lambda: by_library(1)),
          deepest(lambda: list(by_generator(1))),
          deepest(lambda: repr(echo)),
          echo.n,
          deepest(lambda: Echo().absent),
      ])
      """;

  @Test
  void countsTheSameHoweverOftenTheCodeHasRun() {
    List<String> log = InProcess.run(Strategies.onBar(DEPTHS)).log();
    assertThat(log).hasSizeGreaterThan(50);
    assertThat(log.stream().distinct()).as("cold and warm").hasSize(1);
    assertThat(overBars(DEPTHS, 3).log()).as("again").hasSize(3).containsOnly(log.getFirst());
    assertThat(log.getFirst()).contains("maximum recursion depth exceeded").doesNotContain("None");
  }

  @Test
  void whatHasReturnedYieldedOrFailedNoLongerCounts() {
    String body =
        """
        def counted(n):
            for at in range(n):
                yield at

        def caught(n):
            try:
                return caught(n + 1)
            except RecursionError:
                return n

        async def waited(n):
            return n

        def driven(work):
            try:
                work.send(None)
            except StopIteration as done:
                return done.value

        left = [next(counted(3)) for _ in range(300)]
        closed = [counted(3).close() for _ in range(300)]
        depths = set()
        for _ in range(300):
            depths.add(caught(1))
        print([
            sum(at for at in range(1000)), sum(counted(1000)), len(left), len(closed),
            sum(driven(waited(at)) for at in range(300)), depths == {caught(1)}, caught(1),
        ])
        """;
    // Each bar does it hundreds of times.
    InProcess.Run run = overBars(body, 10);
    assertThat(run.fault()).isEmpty();
    assertThat(run.log()).hasSize(10).containsOnly("[499500, 499500, 300, 300, 44850, True, 198]");
  }

  @Test
  void nothingOfTheCollectorRunsBetweenAStrategysOwnStatements() {
    assertThat(InProcess.run(Strategies.onBar("pass")).fault()).isEmpty();
    assertThat(Thread.getAllStackTraces().keySet())
        .as("threads by which the engine starts callbacks of what was collected")
        .noneMatch(thread -> thread.getName().startsWith("python-actions-"));
  }

  @Test
  void endsAtTheCallThatIsOneTooMany() {
    String body =
        """
        def down(n):
            return n if n == 1 else down(n - 1)
        print(down(%d))
        """;
    int most = Strategies.RECURSION_MAX - OUTER;
    assertThat(InProcess.run(Strategies.onBar(body.formatted(most))).fault()).isEmpty();
    assertThat(InProcess.run(Strategies.onBar(body.formatted(most + 1))).fault())
        .hasValueSatisfying(fault -> assertThat(fault.getCode()).isEqualTo("RECURSION_LIMIT"));
  }

  @Test
  void goesAsDeepAsTheRunAllowsAndNoSetterChangesThat() {
    String body =
        """
        import sys
        sys.setrecursionlimit(100000)
        def down(n):
            try:
                return down(n + 1)
            except RecursionError:
                return n
        print(down(1))
        """;
    Start.Builder start = Strategies.start(Strategies.onBar(body), Map.of());
    start.getLimitsBuilder().setRecursionMax(1000);
    assertThat(InProcess.run(start.build(), new Market(Market.waves(3)), 1).log())
        .containsOnly(Integer.toString(1000 - OUTER));
  }

  private static InProcess.Run overBars(String body, int bars) {
    Start start = Strategies.start(Strategies.onBar(body), Map.of()).build();
    return InProcess.run(start, new Market(Market.waves(bars)), 1);
  }
}
