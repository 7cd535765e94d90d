package dev.glovebox.host.order;

import dev.glovebox.host.audit.Evidence;
import dev.glovebox.host.audit.Receipt;
import dev.glovebox.host.model.Code;
import dev.glovebox.host.model.Refusal;
import dev.glovebox.host.model.RunId;
import dev.glovebox.host.store.Database;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Compares tokens and orders with the log before a host sends anything.
 *
 * <p>The log is written first, so a row without its record means that the log was rolled back:
 * refused. A record without its order means that the order was never sent: closed as NOT_SENT.
 * Either way the token is spent afterwards, so that nothing is sent twice, also when the database
 * was restored from an older copy.
 */
public final class OrderRecovery {
  private final OrderTable table;
  private final Evidence log;
  private final String owner;

  /** Recovers {@code database}; recovery records name {@code owner}, the host's own identity. */
  public OrderRecovery(Database database, Evidence log, String owner) {
    this.table = new OrderTable(database);
    this.log = log;
    this.owner = owner;
  }

  private record Name(RunId run, int sequence) {}

  /**
   * What was found.
   *
   * @param closed tokens that this recovery closed as NOT_SENT
   * @param sentBefore tokens whose order was sent, though the database no longer knows it
   */
  public record Report(List<LoggedToken> closed, List<LoggedToken> sentBefore) {
    /** Copies the lists. */
    public Report {
      closed = List.copyOf(closed);
      sentBefore = List.copyOf(sentBefore);
    }
  }

  /**
   * Recovers; repeated calls change nothing.
   *
   * @param logged every token of the log
   * @throws Refusal AUDIT_ROLLED_BACK if a row's record is not in the log; nothing was written
   */
  public Report recover(List<LoggedToken> logged) {
    Map<Name, OrderTable.TokenRow> rows = new HashMap<>();
    for (OrderTable.TokenRow row : table.tokens()) {
      rows.put(new Name(row.run(), row.sequence()), row);
    }
    checkRows(rows, logged);
    List<LoggedToken> closed = new ArrayList<>();
    List<LoggedToken> sentBefore = new ArrayList<>();
    for (LoggedToken token : logged) {
      OrderTable.@Nullable TokenRow row = rows.get(new Name(token.run(), token.sequence()));
      if (row != null && row.order().isPresent()) {
        continue;
      }
      if (token.sent()) {
        sentBefore.add(token);
      } else if (!token.closed()) {
        Receipt _ = log.append(OrderRecords.notSent(token, owner));
        closed.add(token);
      }
      table.burn(token);
    }
    return new Report(closed, sentBefore);
  }

  /**
   * Ends what is still noted as working for runs that are over, each with a record.
   *
   * @param venueId a simulated venue, which was gone with the host that drove the run
   */
  public void endWorking(String venueId) {
    table
        .cancelWorkingOfEndedRuns(venueId)
        .forEach(order -> {
          Receipt _ = log.append(OrderRecords.ended(order.run(), order.sequence(), order.owner()));
        });
  }

  private static void checkRows(Map<Name, OrderTable.TokenRow> rows, List<LoggedToken> logged) {
    Map<Name, LoggedToken> tokens = new HashMap<>();
    for (LoggedToken token : logged) {
      tokens.put(new Name(token.run(), token.sequence()), token);
    }
    rows.forEach((name, row) -> {
      @Nullable LoggedToken token = tokens.get(name);
      if (token == null
          || token.logSequence() != row.logSequence()
          || !token.leafHash().equals(row.leafHash())) {
        throw new Refusal(
            Code.AUDIT_ROLLED_BACK,
            "the log does not hold the record of a token that the database knows");
      }
    });
  }
}
