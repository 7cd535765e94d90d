package dev.glovebox.analyzer.python;

/**
 * What an expression may be: traits, and the range of the constant numbers that may reach it.
 *
 * @param traits bits of {@link Trait}
 * @param least smallest constant; above {@code most} if there is none
 * @param most largest constant
 */
record Sense(int traits, double least, double most) {
  /** Nothing is known. */
  static final Sense NONE = new Sense(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  static Sense of(Trait trait) {
    return NONE.with(trait);
  }

  static Sense number(double value) {
    return Double.isFinite(value) ? new Sense(0, value, value) : NONE;
  }

  static Sense range(int traits, double least, double most) {
    return Double.isFinite(least) && Double.isFinite(most)
        ? new Sense(traits, Math.min(least, most), Math.max(least, most))
        : NONE.withAll(traits);
  }

  boolean has(Trait trait) {
    return (traits & trait.bit()) != 0;
  }

  boolean isNothing() {
    return traits == 0 && !numeric();
  }

  /** Whether a constant number may reach it. */
  boolean numeric() {
    return least <= most;
  }

  /** Whether it is a moment of the run, however it was computed. */
  boolean timed() {
    return has(Trait.MOMENT) || has(Trait.SHIFTED);
  }

  Sense or(Sense other) {
    if (other.isNothing() || equals(other)) {
      return this;
    }
    return isNothing()
        ? other
        : new Sense(
            traits | other.traits, Math.min(least, other.least), Math.max(most, other.most));
  }

  Sense with(Trait trait) {
    return withAll(trait.bit());
  }

  private Sense withAll(int bits) {
    return (traits | bits) == traits ? this : new Sense(traits | bits, least, most);
  }

  Sense without(int bits) {
    return (traits & bits) == 0 ? this : new Sense(traits & ~bits, least, most);
  }

  /** Of the traits only those of {@code bits}, and no numbers. */
  Sense only(int bits) {
    return NONE.withAll(traits & bits);
  }

  /** Without its constants. */
  Sense unnumbered() {
    return numeric() ? NONE.withAll(traits) : this;
  }
}
