package dev.glovebox.host.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.host.app.host.PooledHost;
import dev.glovebox.jail.Profile;
import dev.glovebox.jail.WorkerKind;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A strategy that trades by everything it can observe decides the same in every process:
 * interpreter and compiler, two sizes of the heap, one fresh process after the other, started for
 * the run or waiting for it.
 *
 * <p>{@code glovebox.determinism.processes} is their number.
 */
@ExtendWith(Bench.Shared.class)
@Timeout(value = 30, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class DeterminismTest {
  private static final int PROCESSES = Integer.getInteger("glovebox.determinism.processes", 2);
  private static final int TRADES_MIN = 40;

  /** Bars of each run, more than twice as many as it must trade; all where many are compared. */
  private static final int BARS = PROCESSES > 2 ? GoldenSeries.AAPL.bars() : 100;

  /** Digests of runs that did not come from a pool. */
  private static final Map<Integer, String> COLD = new ConcurrentHashMap<>();

  /** Each sense is a number or text; what cannot be sensed counts by the name of its error. */
  static final String BY_EVERYTHING =
      """
      import contextvars
      import datetime
      import decimal
      import gc
      import json
      import locale
      import os
      import platform
      import random
      import secrets
      import sys
      import tempfile
      import threading
      import time
      import traceback
      import uuid
      import weakref
      import zlib
      from glovebox import Strategy


      class Thing:
          pass


      def order_of_things():
          things = [Thing() for _ in range(40)]
          numbers = {id(each): at for at, each in enumerate(things)}
          return [numbers[id(each)] for each in set(things)]


      def dict_of_objects():
          return repr({object(): 1, Thing: 2, Thing(): 3, None: 4, 1.5: 5})


      def mixed_set():
          return repr({1, "a", 2.5, None, (1, 2), b"x", Ellipsis, int})


      def raw_random():
          raw = [each for each in random.Random.__mro__ if each.__module__ == "_random"]
          made = [each() for each in raw] + [each.__new__(each) for each in raw]
          return [each.getrandbits(40) for each in made]


      def dead_or_alive():
          kept = weakref.WeakValueDictionary()
          for at in range(200):
              kept[at] = Thing()
          bytearray(5_000_000)
          gc.collect()
          subclasses = Thing.__subclasses__() + object.__subclasses__()
          return len(kept), gc.get_count(), len(subclasses)


      def caught():
          try:
              json.loads("{")
          except ValueError:
              return traceback.format_exc()


      def deep():
          def down(n):
              try:
                  return down(n + 1)
              except RecursionError as error:
                  return n, str(error)
          return down(0)


      SENSES = [
          dead_or_alive, deep, order_of_things, dict_of_objects, mixed_set, raw_random, caught,
          lambda: [id(object()), id(Thing), id("text"), hash(Thing()), hash("text"), hash(Thing)],
          lambda: repr([object(), Thing(), lambda: 1, (each for each in ())]),
          lambda: [random.random(), random.getrandbits(60), random.Random().random()],
          lambda: [random.SystemRandom().random(), secrets.token_hex(8), os.urandom(8)],
          lambda: [str(uuid.uuid4()), str(uuid.uuid1()), uuid.getnode()],
          lambda: [time.time_ns(), time.perf_counter(), time.monotonic_ns(), time.process_time()],
          lambda: [time.thread_time(), time.strftime("%c %Z"), time.localtime(), os.times()],
          lambda: [str(datetime.datetime.now()), str(datetime.date.today())],
          lambda: str(datetime.datetime.fromtimestamp(0).astimezone()),
          lambda: [locale.getlocale(), locale.localeconv(), locale.getpreferredencoding()],
          lambda: [str(decimal.getcontext()), str(decimal.Decimal(1) / 7)],
          lambda: [sys.getrefcount(Thing), sys.getrecursionlimit(), sys.maxsize, sys.hash_info],
          lambda: sys.getsizeof(Thing()),
          lambda: [len(sys.modules), list(sys.modules)[:40], sys.flags, sys.version],
          lambda: [sys.path, json.__file__, json.__spec__.origin, repr(json)],
          lambda: [threading.get_ident(), threading.current_thread().name],
          lambda: sys._current_frames().keys(),
          lambda: [os.getpid(), os.getppid(), os.cpu_count(), os.getloadavg(), os.uname()],
          lambda: [platform.platform(), platform.python_build(), platform.machine()],
          lambda: [dict(os.environ), os.getcwd(), os.path.expanduser("~")],
          lambda: next(tempfile._get_candidate_names()),
          lambda: [os.stat(json.__file__), os.listdir(os.path.dirname(json.__file__))],
          lambda: os.listdir("/"),
          lambda: open("/proc/self/stat").read(),
          lambda: __import__("resource").getrusage(0),
          lambda: __import__("__graalpython__").time_millis(),
          lambda: __import__("_imp").create_builtin(time.__spec__).time(),
          lambda: contextvars.copy_context(),
          lambda: sys.intern("".join(["left", "behind"])) is "".join(["left", "behind"]),
      ]


      def sensed(sense):
          try:
              return repr(sense())
          except Exception as error:
              return type(error).__name__ + str(error)


      class ByEverything(Strategy):
          def on_bar(self, ctx, bar):
              # The first takes long.
              seen = [sensed(each) for each in SENSES[0 if ctx.bar_index == 0 else 1 :]]
              if ctx.position == 0:
                  told = zlib.crc32("".join(seen).encode("utf-8", "replace"))
                  ctx.buy(1 + told % 97, tag=str(told))
              else:
                  ctx.close()
      """;

  private final Bench bench;

  DeterminismTest(Bench bench) {
    this.bench = bench;
  }

  @Test
  @Order(1)
  void decidesTheSameInEveryProcessProfileAndHeap() {
    List<Spec> kinds = kinds(bench);
    List<String> digests =
        IntStream.range(0, PROCESSES).mapToObj(at -> cold(kinds, at % kinds.size())).toList();
    assertThat(digests.stream().distinct()).as(digests.toString()).hasSize(1);
  }

  @Test
  @Order(2)
  @Tag("long")
  void decidesTheSameFromThePoolAsCold() throws Exception {
    PooledHost host = PooledHost.start(bench.surroundings());
    try (Bench pooled = new Bench(host.host())) {
      List<Spec> kinds = kinds(pooled);
      host.await(WorkerKind.python(Profile.GATE));
      host.await(WorkerKind.python(Profile.BULK));
      assertThat(PooledHost.childrensMebibytes()).isLessThan(PooledHost.budgetMebibytes());
      String gate = digest(pooled, kinds.getFirst());
      String bulk = digest(pooled, kinds.getLast());
      assertThat(host.handedOver(WorkerKind.python(Profile.GATE))).isEqualTo(1);
      assertThat(host.handedOver(WorkerKind.python(Profile.BULK))).isEqualTo(1);
      assertThat(gate).isEqualTo(knownOrCold(0));
      assertThat(bulk).isEqualTo(knownOrCold(1));
    }
  }

  /** Interpreter, compiler with a larger heap, interpreter with another, compiler. */
  private static List<Spec> kinds(Bench bench) {
    Spec spec =
        Spec.of(
            bench.submitted(BY_EVERYTHING),
            GoldenSeries.AAPL,
            bench.first(BARS, GoldenSeries.AAPL));
    return List.of(
        spec,
        new Spec(
            spec.artifact(),
            spec.instrument(),
            1,
            "bulk",
            "0",
            spec.parameters(),
            "wall_start_seconds = 120\nheap_mebibytes = 512"),
        spec.worker("heap_mebibytes = 400"),
        spec.compiled());
  }

  /** Runs a kind in a process that is started for it. */
  private String cold(List<Spec> kinds, int kind) {
    String digest = digest(bench, kinds.get(kind));
    COLD.put(kind, digest);
    return digest;
  }

  /** The same, unless the other test has done that. */
  private String knownOrCold(int kind) {
    String known = COLD.get(kind);
    return known == null ? cold(kinds(bench), kind) : known;
  }

  private static String digest(Bench bench, Spec spec) {
    Run run = bench.backtest(spec);
    run.said().mustEndWith(0);
    assertThat(run.fills()).hasSizeGreaterThan(TRADES_MIN);
    return run.digestOfFile();
  }
}
