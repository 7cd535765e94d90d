package dev.glovebox.jail.seccomp;

import java.nio.ByteBuffer;

/**
 * One instruction of a classic BPF program ({@code struct sock_filter}).
 *
 * @param code what to do
 * @param ifTrue instructions to skip when a comparison holds, 0 to 255
 * @param ifFalse instructions to skip when it does not, 0 to 255
 * @param operand the constant
 */
public record Instruction(int code, int ifTrue, int ifFalse, int operand) {
  /** Load the 32-bit word of the call's description at the operand. */
  public static final int LOAD = 0x20;

  /** Compare for equality. */
  public static final int EQUAL = 0x15;

  /** Compare, unsigned: at least. */
  public static final int AT_LEAST = 0x35;

  /** Whether any bit of the operand is set. */
  public static final int ANY_BIT = 0x45;

  /** Keep the bits of the operand. */
  public static final int AND = 0x54;

  /** End with the operand as verdict. */
  public static final int RETURN = 0x06;

  static final int BYTES = 8;
  private static final int JUMP_MAX = 255;

  /** Refuses a jump that does not fit. */
  public Instruction {
    if (ifTrue < 0 || ifTrue > JUMP_MAX || ifFalse < 0 || ifFalse > JUMP_MAX) {
      throw new IllegalArgumentException("a jump over " + Math.max(ifTrue, ifFalse));
    }
  }

  static Instruction load(int offset) {
    return new Instruction(LOAD, 0, 0, offset);
  }

  static Instruction ending(int verdict) {
    return new Instruction(RETURN, 0, 0, verdict);
  }

  void put(ByteBuffer bytes) {
    bytes.putShort((short) code).put((byte) ifTrue).put((byte) ifFalse).putInt(operand);
  }
}
