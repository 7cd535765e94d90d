package dev.glovebox.jail.seccomp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A second reading of filters: runs the bytes that the kernel gets, over one made-up call. */
final class Machine {
  private static final int INSTRUCTION_BYTES = 8;

  private final ByteBuffer program;

  Machine(byte[] program) {
    this.program = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The verdict over a call; arguments that are not given are zero. */
  int verdict(int architecture, int number, long... arguments) {
    ByteBuffer call = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    call.putInt(number).putInt(architecture).putLong(0);
    for (long argument : arguments) {
      call.putLong(argument);
    }
    int accumulator = 0;
    for (int at = 0; at < program.capacity(); at += INSTRUCTION_BYTES) {
      int code = Short.toUnsignedInt(program.getShort(at));
      int operand = program.getInt(at + 4);
      boolean holds;
      switch (code) {
        case 0x20 -> {
          accumulator = call.getInt(operand);
          continue;
        }
        case 0x54 -> {
          accumulator &= operand;
          continue;
        }
        case 0x06 -> {
          return operand;
        }
        case 0x15 -> holds = accumulator == operand;
        case 0x35 -> holds = Integer.compareUnsigned(accumulator, operand) >= 0;
        case 0x45 -> holds = (accumulator & operand) != 0;
        default -> throw new IllegalStateException("code " + code);
      }
      at += INSTRUCTION_BYTES * Byte.toUnsignedInt(program.get(at + (holds ? 2 : 3)));
    }
    throw new IllegalStateException("a program that does not end");
  }
}
