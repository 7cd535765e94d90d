package dev.glovebox.host.risk;

import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Decimals;
import dev.glovebox.host.model.Instrument;
import dev.glovebox.host.model.TradingState;
import java.util.Optional;

/** May this run place this order now, whatever its size? */
enum ConductCheck implements RiskCheck {
  /** The windows of bar, minute and day have room for one more order. */
  ORDER_RATE(Code.ORDER_RATE),
  /** The instrument is one of the run's and on the list. */
  INSTRUMENT_NOT_ALLOWED(Code.INSTRUMENT_NOT_ALLOWED),
  /** The drawdown never passed its limit, or the order only reduces. */
  DRAWDOWN(Code.DRAWDOWN),
  /** Nobody halted trading, or the order only reduces and that is let through. */
  TRADING_HALTED(Code.TRADING_HALTED);

  private final Code code;

  ConductCheck(Code code) {
    this.code = code;
  }

  @Override
  public Code code() {
    return code;
  }

  @Override
  public boolean needsInstrument() {
    return this == DRAWDOWN || this == TRADING_HALTED;
  }

  @Override
  public Optional<Objection> objection(RiskQuestion question) {
    return switch (this) {
      case ORDER_RATE -> question.view().rate().objection(question.terms().limits());
      case INSTRUMENT_NOT_ALLOWED -> {
        boolean allowed =
            question.intent().instrument().isPresent() && listed(question, question.instrument());
        yield allowed ? Optional.empty() : Objection.of("not on the list", "");
      }
      case DRAWDOWN -> {
        Drawdown drawdown = question.view().drawdown();
        yield drawdown.tripped().isPresent() && question.increases()
            ? Objection.of(
                Decimals.text(drawdown.tripped().get()),
                Decimals.text(question.terms().limits().drawdownMax()))
            : Optional.empty();
      }
      case TRADING_HALTED -> {
        TradingState state = question.terms().tradingState().get();
        boolean open =
            switch (state) {
              case ACTIVE -> true;
              case REDUCING -> !question.increases();
              case HALTED -> false;
            };
        yield open ? Optional.empty() : Objection.of(state.name(), "");
      }
    };
  }

  private static boolean listed(RiskQuestion question, Instrument instrument) {
    return question.terms().limits().allows(instrument.id());
  }
}
