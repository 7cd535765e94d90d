package dev.glovebox.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glovebox.jail.Profile;
import dev.glovebox.session.PoolBudget.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PoolBudgetTest {
  private static final Set<Kind> ALL = EnumSet.allOf(Kind.class);
  private static final Set<Kind> USUAL = EnumSet.complementOf(EnumSet.of(Kind.BULK));

  private static long least(Set<Kind> kinds) {
    return kinds.stream().mapToLong(Kind::footprintMebibytes).sum();
  }

  private static long used(PoolBudget budget) {
    return budget.counts().entrySet().stream()
        .mapToLong(entry -> (long) entry.getKey().footprintMebibytes() * entry.getValue())
        .sum();
  }

  @Test
  void holdsOneOfEachKindAtItsLeastAndRefusesOneMebibyteLess() {
    assertThat(new PoolBudget(least(ALL), ALL).counts())
        .isEqualTo(Map.of(Kind.GATE, 1, Kind.BULK, 1, Kind.ANALYSIS, 1, Kind.PREPARATION, 1));
    assertThatThrownBy(() -> new PoolBudget(least(ALL) - 1, ALL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be 0, or " + least(ALL));
    assertThatThrownBy(() -> new PoolBudget(-1, ALL)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void endsAtItsLargest() {
    assertThat(new PoolBudget(PoolBudget.MEBIBYTES_MAX, ALL).counts())
        .allSatisfy((kind, count) -> assertThat(count).isEqualTo(kind.countMax()));
    assertThatThrownBy(() -> new PoolBudget(PoolBudget.MEBIBYTES_MAX + 1L, ALL))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void ofNothingNothingWaits() {
    assertThat(PoolBudget.NONE.counts()).isEmpty();
    assertThat(new PoolBudget(0, ALL).counts()).isEmpty();
    assertThat(new PoolBudget(0, ALL).text()).contains("started when it is needed");
  }

  @Test
  void keepsTwoOfEachUnlessAHostSaysOtherwise() {
    PoolBudget usual = new PoolBudget(PoolBudget.MEBIBYTES_DEFAULT, USUAL);
    assertThat(usual.counts())
        .isEqualTo(Map.of(Kind.GATE, 2, Kind.ANALYSIS, 2, Kind.PREPARATION, 2));
    assertThat(usual.count(Kind.BULK)).isZero();
  }

  @Test
  void neverCountsOutMoreThanFitsAndNeverLeavesRoomForOneMore() {
    for (long mebibytes = least(ALL); mebibytes < 12_000; mebibytes += 7) {
      PoolBudget budget = new PoolBudget(mebibytes, ALL);
      long left = mebibytes - used(budget);
      assertThat(left).isNotNegative();
      assertThat(ALL).allMatch(kind -> left < kind.footprintMebibytes() || isFull(budget, kind));
    }
  }

  private static boolean isFull(PoolBudget budget, Kind kind) {
    return budget.count(kind) == kind.countMax();
  }

  @Test
  void everyProfileHasAKindOfItsOwn() {
    assertThat(Arrays.stream(Profile.values()).map(Kind::of)).doesNotHaveDuplicates();
  }
}
