package dev.glovebox.classes;

import java.lang.classfile.constantpool.MemberRefEntry;
import java.util.Optional;
import java.util.Set;

/** Judges one reference to a method or field. */
final class References {
  /**
   * Functions of Math whose results may differ between machines: the transform puts those of
   * StrictMath in their place.
   */
  static final Set<String> REWRITTEN =
      Set.of(
          "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp",
          "expm1", "log", "log10", "log1p", "pow", "cbrt", "hypot");

  static final String MATH = "java/lang/Math";
  static final String STRICT_MATH = "java/lang/StrictMath";

  private final Candidate candidate;
  private final Stage stage;

  References(Candidate candidate, Stage stage) {
    this.candidate = candidate;
    this.stage = stage;
  }

  /** Why a method may not be referred to by anything; empty if it may. */
  Optional<String> method(MemberRefEntry reference) {
    String owner = reference.owner().asInternalName();
    String name = reference.name().stringValue();
    String descriptor = reference.type().stringValue();
    if (candidate.hasMethod(owner, name, descriptor) || isRewritten(owner, name, descriptor)) {
      return Optional.empty();
    }
    return Optional.of(
        ClassNames.shown(owner)
            + "."
            + name
            + " is not for strategies"
            + Hints.of(owner + "." + name + descriptor));
  }

  /** Why a field may not be referred to by anything; empty if it may. */
  Optional<String> field(MemberRefEntry reference) {
    String owner = reference.owner().asInternalName();
    String name = reference.name().stringValue();
    return candidate.hasField(owner, name, reference.type().stringValue())
        ? Optional.empty()
        : Optional.of(
            ClassNames.shown(owner)
                + "."
                + name
                + " is not for strategies"
                + Hints.of(owner + "." + name));
  }

  /** Why a class may not be named; empty if it may. */
  Optional<String> type(String name) {
    return candidate.mayName(name)
        ? Optional.empty()
        : Optional.of(
            ClassNames.shown(ClassNames.element(name))
                + " is not for strategies"
                + Hints.of(ClassNames.element(name)));
  }

  /** Why a descriptor may not stand anywhere; empty if it may. */
  Optional<String> descriptor(String descriptor) {
    return Descriptors.classes(descriptor)
        .map(names -> names.stream().flatMap(name -> type(name).stream()).findFirst())
        .orElse(Optional.of("an ill-formed descriptor"));
  }

  private boolean isRewritten(String owner, String name, String descriptor) {
    return stage == Stage.COMPILED
        && owner.equals(MATH)
        && REWRITTEN.contains(name)
        && candidate.hasMethod(STRICT_MATH, name, descriptor);
  }

  /** {@code Object.getClass()}, which is taken only where two classes are compared. */
  static boolean isGetClass(MemberRefEntry reference) {
    return reference.owner().asInternalName().equals("java/lang/Object")
        && reference.name().equalsString("getClass")
        && reference.type().equalsString("()Ljava/lang/Class;");
  }

  /** What an assertion asks, which the transform answers: no. */
  boolean isAssertion(MemberRefEntry reference) {
    return stage == Stage.COMPILED
        && reference.owner().asInternalName().equals("java/lang/Class")
        && reference.name().equalsString("desiredAssertionStatus")
        && reference.type().equalsString("()Z");
  }
}
