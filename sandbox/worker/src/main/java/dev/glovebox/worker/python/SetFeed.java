package dev.glovebox.worker.python;

import com.google.protobuf.InvalidProtocolBufferException;
import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.instrumentation.EventContext;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.api.strings.TruffleString;
import dev.glovebox.proto.worker.v1.AccountView;
import dev.glovebox.worker.guest.LogSink;
import dev.glovebox.worker.guest.SetCursor;
import dev.glovebox.worker.guest.SetReader;
import java.util.List;
import java.util.Optional;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Value;

/**
 * Sets of one bar, one at a time, for a loop that runs inside the guest.
 *
 * <p>A call into the guest costs more than a small strategy, so the driver's {@code run} takes a
 * block in one call. It asks for each set by calling {@code next_set}; the worker notices that call
 * as it counts all calls, gives the hook that follows a new statement budget and writes the set's
 * figures over those of the set before it, into the arrays behind three lists of the driver. So
 * what a strategy that reaches the driver's own state finds there is no younger than its bar.
 */
final class SetFeed {
  /** Name of the driver's function that asks, and of the text it is in. */
  private static final String ASKING = "next_set";

  private static final String DRIVER = "<_glovebox_driver>";

  // What the driver reads in the first list.
  private static final int STATE = 0;
  private static final int NONE = 0;
  private static final int SET = 1;
  private static final int SET_AND_ACCOUNT = 2;

  private static final byte[] NO_WIRE = {};

  private final Context context;
  private final LogSink log;
  private final long[] numbers;
  private final double[] figures;
  private final Object[] texts;
  private SetCursor sets = new SetCursor(List.of());
  private AccountView account = AccountView.getDefaultInstance();
  private byte[] wire = NO_WIRE;
  private final SetReader reader = new SetReader();
  private int setsMax;
  private boolean open;
  private boolean given;

  private SetFeed(Context context, LogSink log, long[] numbers, double[] figures, Object[] texts) {
    this.context = context;
    this.log = log;
    this.numbers = numbers;
    this.figures = figures;
    this.texts = texts;
  }

  /** A feed for the context whose driver is {@code driver}. */
  static SetFeed of(PythonContext python) {
    Value driver = python.driver();
    try {
      return new SetFeed(
          python.context(),
          python.log(),
          (long[]) EngineParts.itemsOf(driver.getMember("_numbers")),
          (double[]) EngineParts.itemsOf(driver.getMember("_figures")),
          (Object[]) EngineParts.itemsOf(driver.getMember("_texts")));
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw new IllegalStateException("this engine keeps its lists in another way", e);
    }
  }

  /** True for the driver's function that asks for the next set. */
  static boolean isAsked(EventContext function) {
    RootNode root = function.getInstrumentedNode().getRootNode();
    SourceSection section = function.getInstrumentedSourceSection();
    return root != null
        && section != null
        && ASKING.equals(root.getName())
        && DRIVER.equals(section.getSource().getName());
  }

  /**
   * Reads the set at which {@code next} stands.
   *
   * @return true if the loop may take it: one bar, and nothing else that is new but cash
   */
  boolean takes(SetCursor next) {
    return reader.read(next.next()) && Arguments.isShort(reader.close());
  }

  /**
   * Opens the feed for one call of the driver's {@code run}.
   *
   * @param next stands at a set that {@link #takes} has said yes to
   * @param most sets that may be given
   */
  void open(SetCursor next, int most) {
    sets = next;
    setsMax = most;
    open = true;
    given = false;
    if (Thread.currentThread() instanceof GuestThread thread) {
      thread.feed = this;
    }
  }

  /** Tells that the guest knows {@code view} by another way. */
  void knows(AccountView view) {
    account = view;
    wire = NO_WIRE;
  }

  /** The account that the guest knows. */
  AccountView account() {
    return account;
  }

  /** The account of the set that {@link #takes} read, if a position in it is new. */
  Optional<AccountView> moved() {
    return isKnown() ? Optional.empty() : Optional.of(view()).filter(view -> !samePositions(view));
  }

  /** Closes the feed after a call that returned: the last set that was given is through. */
  void close() {
    if (given) {
      sets.moveOn();
      given = false;
    }
    open = false;
  }

  /** Gives the next set to the guest of {@code thread}, if there is one. */
  @CompilerDirectives.TruffleBoundary
  static void next(GuestThread thread) {
    SetFeed feed = thread.feed;
    // Once closed it renews no budget either, however often it is asked.
    if (feed != null && feed.open) {
      feed.next();
    }
  }

  private void next() {
    if (given) {
      sets.moveOn();
      setsMax--;
      given = false;
    }
    context.resetLimits();
    if (setsMax > 0 && !log.flooded() && sets.hasNext() && takes(sets) && marks()) {
      write();
      given = true;
      return;
    }
    numbers[STATE] = NONE;
    open = false;
  }

  /** Takes new cash figures; false if a position is another. */
  private boolean marks() {
    if (isKnown()) {
      numbers[STATE] = SET;
      return true;
    }
    AccountView view = view();
    if (!samePositions(view)) {
      return false;
    }
    account = view;
    wire = reader.accountBytes();
    numbers[STATE] = SET_AND_ACCOUNT;
    texts[0] = text(view.getCash());
    texts[1] = text(view.getAvailable());
    texts[2] = text(view.getEquity());
    return true;
  }

  /** Nearly every set has the account of the set before it, to the byte. */
  private boolean isKnown() {
    if (reader.accountIs(wire)) {
      return true;
    }
    if (!view().equals(account)) {
      return false;
    }
    wire = reader.accountBytes();
    return true;
  }

  private boolean samePositions(AccountView view) {
    return view.getPositionsList().equals(account.getPositionsList());
  }

  private AccountView view() {
    try {
      return AccountView.parseFrom(reader.accountBytes());
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException("an account that is none", e);
    }
  }

  private static TruffleString text(String canonical) {
    return TruffleString.fromJavaStringUncached(canonical, TruffleString.Encoding.UTF_32);
  }

  /** Doubles are made here, exactly rounded. */
  private void write() {
    int price = reader.priceScale();
    numbers[1] = reader.index();
    numbers[2] = reader.instrument();
    numbers[3] = reader.openTime();
    numbers[4] = reader.closeTime();
    numbers[5] = reader.open();
    numbers[6] = reader.high();
    numbers[7] = reader.low();
    numbers[8] = reader.close();
    numbers[9] = reader.volume();
    numbers[10] = price;
    numbers[11] = reader.volumeScale();
    figures[0] = Doubles.nearest(reader.open(), price);
    figures[1] = Doubles.nearest(reader.high(), price);
    figures[2] = Doubles.nearest(reader.low(), price);
    figures[3] = Doubles.nearest(reader.close(), price);
    figures[4] = Doubles.nearest(reader.volume(), reader.volumeScale());
  }
}
