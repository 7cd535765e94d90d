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
  final Value run;
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
    run = python.function("run");
    filled = python.function("filled");
    again = python.function("again");
    stop = python.function("stop");
    barHook = python.function("bar_hook");
    setClock = python.prelude().getMember("set_clock");
    setSeed = python.prelude().getMember("set_seed");
    Value state = python.function("RUN");
    configure = state.getMember("configure");
    addInstrument = state.getMember("add_instrument");
    setAccount = state.getMember("set_account");
    setPosition = state.getMember("set_position");
    begin = state.getMember("begin");
    addBar = state.getMember("add_bar");
    addFill = state.getMember("add_fill");
    addUpdate = state.getMember("add_update");
    take = state.getMember("take");
    trim = state.getMember("trim");
    python.function("share_clock").executeVoid(python.prelude().getMember("_now"));
  }
}
