import dev.glovebox.strategy.*;

public final class StateMachine extends Strategy {
  private enum State {
    OUT {
      @Override
      State next(boolean up) {
        return up ? READY : OUT;
      }
    },
    READY {
      @Override
      State next(boolean up) {
        return up ? IN : OUT;
      }
    },
    IN {
      @Override
      State next(boolean up) {
        return up ? IN : OUT;
      }
    };

    abstract State next(boolean up);
  }

  private State state = State.OUT;

  @Override
  public void onBar(Context ctx, Bar bar) {
    State before = state;
    state = state.next(bar.close() > bar.open());
    if (state == State.IN && before != State.IN) {
      ctx.buy(1);
    } else if (state == State.OUT && before == State.IN) {
      ctx.close();
    }
  }
}
