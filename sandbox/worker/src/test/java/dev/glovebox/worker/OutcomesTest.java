package dev.glovebox.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glovebox.proto.worker.v1.Fault;
import dev.glovebox.proto.worker.v1.Start;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How runs end. Sources are in normal form, as the preparation makes them. */
@Timeout(120)
class OutcomesTest {

  @Test
  void tellsClassMessageHookAndSubmittedLineOfAnException() {
    Start.Builder start =
        Strategies.start(Strategies.onBar("x = 1\nraise ValueError('no ' + str(x))"), Map.of());
    start.setLineMap(4, 40);
    Fault fault = fault(start);
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(fault.getMessage()).isEqualTo("no 1");
    assertThat(fault.getExceptionClass()).isEqualTo("ValueError");
    assertThat(fault.getHook()).isEqualTo("on_bar");
    assertThat(fault.getLine()).isEqualTo(40);
    assertThat(fault.getConsumed()).isZero();
  }

  @Test
  void namesTheLineOfTheStrategyWhenALibraryRaises() {
    Fault fault = fault(Strategies.onBar("import json\njson.loads('{')"));
    assertThat(fault.getExceptionClass()).isEqualTo("JSONDecodeError");
    assertThat(fault.getLine()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True:\n    pass",
        "n = 0\nwhile True:\n    n += 1\n    n -= 1",
        "[\n    x\n    for x in range(10**9)\n]",
        "for x in range(10**9):\n    pass",
        "while True:\n    try:\n        while True:\n            pass\n    except BaseException:\n"
            + "        pass",
      })
  void endsALoopAtItsBudget(String loop) {
    Fault fault = fault(Strategies.onBar(loop));
    assertThat(fault.getCode()).isEqualTo("BUDGET_EXCEEDED");
    assertThat(fault.getHook()).isEqualTo("on_bar");
  }

  @Test
  void givesEachHookCallItsOwnBudget() {
    // 60 bars of about 20,000 statements each: more than one budget, in calls of a fiftieth.
    InProcess.Run run = InProcess.run(Strategies.onBar("for x in range(10000):\n    y = x"));
    assertThat(run.fault()).isEmpty();
  }

  @Test
  void endsAtTheStartOrdersOwnBudget() {
    Start.Builder start =
        Strategies.start(Strategies.onBar("for x in range(20000):\n    y = x"), Map.of());
    start.setLimits(Strategies.limits().setStatementsPerHookMax(10_000));
    assertThat(fault(start).getCode()).isEqualTo("BUDGET_EXCEEDED");
  }

  @Test
  void allowsAsManyStatementsAsTheBudgetAndNotOneMore() {
    int turns = 20_000;
    Start.Builder start =
        Strategies.start(
            Strategies.onBar("for x in range(%d):\n    y = x".formatted(turns)), Map.of());
    // Two for each turn, and those around the loop, which the engine counts as well.
    long enough = 2L * turns + 14;
    start.setLimits(Strategies.limits().setStatementsPerHookMax(enough));
    assertThat(InProcess.run(start.build(), new Market(Market.waves(1)), 1).fault()).isEmpty();
    start.setLimits(Strategies.limits().setStatementsPerHookMax(enough - 1));
    assertThat(InProcess.run(start.build(), new Market(Market.waves(1)), 1).failure().getCode())
        .isEqualTo("BUDGET_EXCEEDED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"module", "__init__"})
  void budgetsModuleLoadAndConstruction(String where) {
    String loop = "while True:\n    pass\n";
    String source =
        where.equals("module")
            ? loop + Strategies.onBar("pass")
            : "from glovebox import Strategy\nclass S(Strategy):\n    def __init__(self):\n"
                + loop.indent(8)
                + "    def on_bar(self, ctx, bar):\n        pass\n";
    Fault fault = fault(source);
    assertThat(fault.getCode()).isEqualTo("BUDGET_EXCEEDED");
    assertThat(fault.getHook()).isEqualTo(where);
  }

  @Test
  void tellsRecursionFromOtherErrors() {
    Fault fault = fault(Strategies.onBar("def f(n):\n    return f(n + 1)\nf(0)"));
    assertThat(fault.getCode()).isEqualTo("RECURSION_LIMIT");
    assertThat(fault.getLine()).isGreaterThan(0);
  }

  @Test
  void allowsACaughtRecursion() {
    String body =
        """
        def f(n):
            return f(n + 1)
        try:
            f(0 if ctx.bar_index == 0 else "not a number")
        except RecursionError:
            print("caught")
        except TypeError:
            print("later")
        """;
    InProcess.Run run = InProcess.run(Strategies.onBar(body));
    assertThat(run.fault()).isEmpty();
    assertThat(run.log()).hasSize(60).startsWith("caught", "later").endsWith("later");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while True:\n    print('x' * 1000)",
        "print('x' * (2 << 20))",
        "while True:\n    try:\n        ctx.log('x' * 1000)\n    except BaseException:\n        pass",
        "import sys\nwhile True:\n    sys.stderr.write('x' * 1000)",
      })
  void endsAFloodOfLog(String flood) {
    InProcess.Run run = InProcess.run(Strategies.onBar(flood));
    assertThat(run.failure().getCode()).isEqualTo("OUTPUT_LIMIT");
    long bytes = run.log().stream().mapToLong(line -> line.length() + 1L).sum();
    assertThat(bytes).isLessThanOrEqualTo(1024 * 1024 + 1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"return ctx.buy(1)", "yield 1"})
  void refusesAHookThatReturnsSomething(String body) {
    Fault fault = fault(Strategies.onBar("x = 1\n" + body));
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(fault.getMessage()).contains("on_bar returned").contains("ctx.buy");
    assertThat(fault.getLine()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "for i in range(257):\n    ctx.buy(1)",
        "for i in range(257):\n    try:\n        ctx.buy(1)\n    except BaseException:\n        pass",
        "while True:\n    ctx.buy(float('nan'))",
        "from glovebox._state import RUN\nfor i in range(257):\n    ctx.buy(1)\n"
            + "    RUN.hook_intents = 0",
      })
  void endsAFloodOfOrders(String flood) {
    assertThat(fault(Strategies.onBar(flood)).getCode()).isEqualTo("INTENT_LIMIT");
  }

  @Test
  void allowsAsManyOrdersAsTheLimit() {
    InProcess.Run run =
        InProcess.run(
            Strategies.onBar(
                "if ctx.bar_index == 0:\n    for i in range(256):\n        ctx.buy(1)"));
    assertThat(run.fault()).isEmpty();
    assertThat(run.intents()).hasSize(256);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x = 1\n",
        """
        from glovebox import Strategy
        class S(Strategy):
            pass
        """,
        """
        from glovebox import Strategy
        class S(Strategy):
            def on_bar(self, c, b): pass
            def on_bars(self, c, b): pass
        """,
        """
        from glovebox import Strategy
        class A(Strategy):
            def on_bar(self, c, b): pass
        class B(Strategy):
            def on_bar(self, c, b): pass
        """,
        """
        from glovebox import Strategy
        class A(Strategy):
            def __init__(self, n): pass
            def on_bar(self, c, b): pass
        """,
        "def broken(:\n",
        "import no_such_module\n",
        "raise SystemExit(0)\n",
        """
        from glovebox import Strategy
        class A(Strategy):
            warmup_bars = -1
            def on_bar(self, c, b): pass
        """,
      })
  void refusesAModuleThatIsNoStrategy(String source) {
    InProcess.Run run = InProcess.run(source);
    assertThat(run.failure().getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(run.failure().getMessage()).isNotEmpty();
    assertThat(run.ready()).isEmpty();
  }

  @Test
  void refusesAHookWithTheWrongSignature() {
    Fault fault =
        fault(
            "from glovebox import Strategy\nclass S(Strategy):\n    def on_bar(self, bar): pass\n");
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(fault.getMessage()).contains("on_bar");
  }

  @ParameterizedTest
  @ValueSource(strings = {"size=1.5", "sizes=1", "ratio=nan", "on=maybe"})
  void refusesAParameterThatDoesNotFit(String given) {
    String source =
        """
        from glovebox import Strategy
        class S(Strategy):
            def __init__(self, size=1, ratio=0.5, on=True):
                pass
            def on_bar(self, ctx, bar):
                pass
        """;
    int at = given.indexOf('=');
    Fault fault =
        InProcess.run(source, Map.of(given.substring(0, at), given.substring(at + 1))).failure();
    assertThat(fault.getCode()).isEqualTo("PARAMETER_INVALID");
    assertThat(fault.getMessage()).contains(given.substring(0, at));
  }

  @Test
  void turnsWhatIsNotThereIntoAnOrdinaryError() {
    String body =
        """
        for text in (
            "import time; time.sleep(1000)", "open('/etc/passwd')", "import os; os.system('true')",
            "import subprocess; subprocess.run(['true'])", "import os; os.fork()",
            "import threading; threading.Thread(target=print).start()", "import socket",
            "import ctypes", "import java", "import os; os.listdir('/')", "import os; os.kill(1, 9)",
            "import polyglot; polyglot.eval(language='python', string='1')", "[0] * 10**12",
            "int('9' * 5000)", "input()",
        ):
            try:
                exec(text)
            except Exception as e:
                continue
            print("worked: " + text)
        import time
        time.sleep(1000)
        """;
    InProcess.Run run = InProcess.run(Strategies.onBar(body));
    assertThat(run.log()).isEmpty();
    assertThat(run.failure().getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(run.failure().getMessage()).contains("cannot sleep");
  }

  @Test
  void keepsTextsBoundedAndFreeOfHostPaths() {
    Fault fault =
        fault(Strategies.onBar("import json\nraise ValueError(json.__file__ + 'x' * 9000)"));
    assertThat(fault.getMessage()).startsWith("<path>").doesNotContain("python-cache");
    assertThat(fault.getMessage().length()).isEqualTo(1024);
  }

  @Test
  void survivesAnExceptionWhoseTextRaises() {
    String body =
        """
        class Odd(Exception):
            def __str__(self):
                raise KeyError("again")
        raise Odd()
        """;
    Fault fault = fault(Strategies.onBar(body));
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
    assertThat(fault.getExceptionClass()).isEqualTo("Odd");
  }

  @Test
  void faultsWhenTheApisPrivateStateIsSpoilt() {
    String body =
        """
        from glovebox._state import RUN
        ctx.buy(1)
        RUN.intents[0] = ("not", "an", "intent")
        """;
    Fault fault = fault(Strategies.onBar(body));
    assertThat(fault.getCode()).isEqualTo("STRATEGY_ERROR");
  }

  private static Fault fault(String source) {
    return InProcess.run(source).failure();
  }

  private static Fault fault(Start.Builder start) {
    return InProcess.run(start.build(), new Market(Market.waves(3)), 1).failure();
  }
}
