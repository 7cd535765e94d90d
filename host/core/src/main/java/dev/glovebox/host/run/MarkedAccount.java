package dev.glovebox.host.run;

import dev.glovebox.host.ledger.SubLedger;
import dev.glovebox.host.model.Bar;
import dev.glovebox.host.model.BarSet;
import dev.glovebox.host.risk.Drawdown;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The run's account at one close: fills booked, positions marked. Immutable, so that a block can
 * look ahead and drop what was not consumed.
 *
 * @param marks last close by instrument; zero where none is known yet
 * @param positions quantity held by instrument
 * @param equity cash + sum(quantity x mark x multiplier)
 */
public record MarkedAccount(
    List<BigDecimal> marks,
    List<BigDecimal> positions,
    BigDecimal cash,
    BigDecimal available,
    BigDecimal positionValue,
    BigDecimal equity,
    Drawdown drawdown) {

  /** The account before the first bar. */
  static MarkedAccount before(SubLedger books, int instruments) {
    return new MarkedAccount(
        List.copyOf(Collections.nCopies(instruments, BigDecimal.ZERO)),
        books.positions(),
        books.cash(),
        books.available(),
        BigDecimal.ZERO,
        books.cash(),
        Drawdown.at(books.cash()));
  }

  /** The account after the fills and at the closes of one more set. */
  MarkedAccount marked(SubLedger books, BarSet set, BigDecimal drawdownMax) {
    List<BigDecimal> next = marks(set);
    BigDecimal cash = books.cash();
    BigDecimal value = books.positionValue(next);
    BigDecimal worth = value.signum() == 0 ? cash : cash.add(value);
    return new MarkedAccount(
        next,
        books.positions(),
        cash,
        books.available(),
        value,
        worth,
        drawdown.marked(worth, drawdownMax));
  }

  private List<BigDecimal> marks(BarSet set) {
    if (marks.size() == 1) {
      return List.of(set.bars().getFirst().close());
    }
    List<BigDecimal> next = new ArrayList<>(marks);
    for (Bar bar : set.bars()) {
      next.set(bar.instrument(), bar.close());
    }
    return List.copyOf(next);
  }
}
