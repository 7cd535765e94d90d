package dev.glovebox.session;

import dev.glovebox.jail.Session.Ended;

/** Where a run can go on whose shared worker ended. */
interface Moves {
  /** A run with a worker of its own goes nowhere. */
  Moves NONE =
      new Moves() {
        @Override
        public Recording recording() {
          return Recording.none();
        }

        @Override
        public void stop() {
          // It does not move.
        }

        @Override
        public boolean isStopped() {
          return false;
        }

        @Override
        public Found elsewhere(boolean alone) {
          throw new IllegalStateException("a run with a worker of its own stays with it");
        }
      };

  /** What the run's exchanges are recorded to, from its start on; empty and the run's own. */
  Recording recording();

  /** Has every search given up, now and later. Any thread may call it. */
  void stop();

  /** Whether searches are given up. */
  boolean isStopped();

  /**
   * Finds a place in another worker.
   *
   * @param alone in one that nobody shares
   */
  Found elsewhere(boolean alone);

  /** What a search comes to. */
  sealed interface Found permits At, Nowhere {}

  /** A place, nothing of which has been read yet. */
  record At(Place place) implements Found {}

  /** Nothing could be started. */
  record Nowhere(Ended end) implements Found {}
}
