package dev.glovebox.prepare.java;

/** A plain JVM that does an attack's deed and prints what came of it; nothing protects it. */
final class AttackControl {
  private AttackControl() {}

  /** Takes nothing: the attack's class is on the class path. */
  public static void main(String[] arguments) throws Exception {
    Class<?> type = Class.forName("Attack");
    Object strategy = type.getConstructor().newInstance();
    System.out.println(type.getMethod("attack").invoke(strategy));
  }
}
