package dev.glovebox.analyzer.flow;

/**
 * What an expression may be: traits, and the range of the constant numbers that may reach it.
 *
 * @param traits bits of {@link Trait}
 * @param least smallest constant; above {@code most} if there is none
 * @param most largest constant
 */
public record Sense(int traits, double least, double most) {
  /** Nothing is known. */
  public static final Sense NONE = new Sense(0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

  /** Nothing but {@code trait}. */
  public static Sense of(Trait trait) {
    return NONE.with(trait);
  }

  /** A constant number; nothing if it is not finite. */
  public static Sense number(double value) {
    return Double.isFinite(value) ? new Sense(0, value, value) : NONE;
  }

  /** Traits, and numbers between two, in either order; no numbers if one is not finite. */
  public static Sense range(int traits, double least, double most) {
    return Double.isFinite(least) && Double.isFinite(most)
        ? new Sense(traits, Math.min(least, most), Math.max(least, most))
        : NONE.withAll(traits);
  }

  /** Whether it may have {@code trait}. */
  public boolean has(Trait trait) {
    return (traits & trait.bit()) != 0;
  }

  /** Whether nothing is known. */
  public boolean isNothing() {
    return traits == 0 && !numeric();
  }

  /** Whether a constant number may reach it. */
  public boolean numeric() {
    return least <= most;
  }

  /** Whether it is a moment of the run, however it was computed. */
  public boolean timed() {
    return has(Trait.MOMENT) || has(Trait.SHIFTED);
  }

  /** This or {@code other}. */
  public Sense or(Sense other) {
    if (other.isNothing() || equals(other)) {
      return this;
    }
    return isNothing()
        ? other
        : new Sense(
            traits | other.traits, Math.min(least, other.least), Math.max(most, other.most));
  }

  /** With {@code trait} as well. */
  public Sense with(Trait trait) {
    return withAll(trait.bit());
  }

  private Sense withAll(int bits) {
    return (traits | bits) == traits ? this : new Sense(traits | bits, least, most);
  }

  /** Without the traits of {@code bits}. */
  public Sense without(int bits) {
    return (traits & bits) == 0 ? this : new Sense(traits & ~bits, least, most);
  }

  /** Of the traits only those of {@code bits}, and no numbers. */
  public Sense only(int bits) {
    return NONE.withAll(traits & bits);
  }

  /** Without its constants. */
  public Sense unnumbered() {
    return numeric() ? NONE.withAll(traits) : this;
  }
}
