package dev.glovebox.worker.python;

import org.graalvm.polyglot.Value;

/** The guest's functions that the worker calls, looked up before a candidate could replace them. */
final class Hooks {
  final Value load;
  final Value find;
  final Value construct;
  final Value warmup;
  final Value parameters;
  final Value start;
  final Value fill;
  final Value order;
  final Value bar;
  final Value step;
  final Value stepMarked;
  final Value filled;
  final Value again;
  final Value stop;
  final Value barHook;
  final Value setClock;
  final Value setSeed;
  final Value configure;
  final Value addInstrument;
  final Value setAccount;
  final Value setPosition;
  final Value begin;
  final Value addBar;
  final Value addFill;
  final Value addUpdate;
  final Value take;
  final Value trim;

  Hooks(PythonContext python) {
    load = python.function("load");
    find = python.function("find");
    construct = python.function("construct");
    warmup = python.function("warmup");
    parameters = python.function("parameters");
    start = python.function("start");
    fill = python.function("fill");
    order = python.function("order");
    bar = python.function("bar");
    step = python.function("step");
    stepMarked = python.function("step_marked");
    filled = python.function("filled");
    again = python.function("again");
    stop = python.function("stop");
    barHook = python.function("bar_hook");
    setClock = python.prelude().getMember("set_clock");
    setSeed = python.prelude().getMember("set_seed");
    Value run = python.function("RUN");
    configure = run.getMember("configure");
    addInstrument = run.getMember("add_instrument");
    setAccount = run.getMember("set_account");
    setPosition = run.getMember("set_position");
    begin = run.getMember("begin");
    addBar = run.getMember("add_bar");
    addFill = run.getMember("add_fill");
    addUpdate = run.getMember("add_update");
    take = run.getMember("take");
    trim = run.getMember("trim");
    python.function("share_clock").executeVoid(python.prelude().getMember("_now"));
  }
}
