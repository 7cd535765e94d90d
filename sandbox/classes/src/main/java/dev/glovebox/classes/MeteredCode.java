package dev.glovebox.classes;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Instruction;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.SimpleVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes one method's code with its steps. */
final class MeteredCode {
  private static final ClassDesc STRICT_MATH = ClassDesc.ofInternalName(References.STRICT_MATH);

  private final CodeModel code;
  private final Body body;
  private final List<StackMapFrameInfo> frames;
  // The first variable that the method does not use: the depth of calls in it.
  private final int depth;
  // What a handler's label needs: true if everything is caught there.
  private final Map<Label, Boolean> handlers = new HashMap<>();

  MeteredCode(CodeModel code) {
    this.code = code;
    this.body = new Body((CodeAttribute) code);
    // Read before the elements, so that every frame's place gets its label.
    this.frames =
        code.findAttribute(Attributes.stackMapTable())
            .map(StackMapTableAttribute::entries)
            .orElse(List.of());
    this.depth = ((CodeAttribute) code).maxLocals();
    for (ExceptionCatch handler : code.exceptionHandlers()) {
      handlers.merge(handler.handler(), HandlerCheck.catchesAll(handler), Boolean::logicalOr);
    }
  }

  void write(CodeBuilder to) {
    call(to, Meter.ENTER).istore(depth);
    int index = 0;
    boolean asked = false;
    for (CodeElement element : code) {
      if (!(element instanceof Instruction instruction)) {
        if (element instanceof ExceptionCatch handler && body.guardsItsStore(handler)) {
          cut(to, handler);
        } else {
          to.with(element);
        }
        if (element instanceof LabelTarget target && handlers.containsKey(target.label())) {
          entry(to, handlers.get(target.label()));
        }
        continue;
      }
      if (body.leadsBack(index)) {
        call(to, Meter.STEP);
      }
      if (instruction instanceof ReturnInstruction) {
        call(to, Meter.LEAVE);
      }
      if (asked) {
        to.iconst_0();
        asked = false;
      } else if (isAssertion(index)) {
        asked = true;
      } else {
        instruction(to, instruction);
      }
      index++;
    }
    if (!frames.isEmpty()) {
      to.with(StackMapTableAttribute.of(frames.stream().map(this::withDepth).toList()));
    }
  }

  // A handler that guarded its own entry would be asked again and again once steps are spent.
  private void cut(CodeBuilder to, ExceptionCatch handler) {
    if (!body.guardsNothingElse(handler)) {
      to.with(
          ExceptionCatch.of(
              handler.handler(), handler.tryStart(), handler.handler(), handler.catchType()));
    }
  }

  private void entry(CodeBuilder to, boolean catchesAll) {
    call(to.iload(depth), Meter.RESUME);
    if (catchesAll) {
      call(to.dup(), Meter.CAUGHT);
    } else {
      call(to, Meter.STEP);
    }
  }

  private static CodeBuilder call(CodeBuilder to, Meter call) {
    return to.invokestatic(Meter.CLASS, call.method(), call.type());
  }

  // One more variable in each of the compiler's own frames.
  private StackMapFrameInfo withDepth(StackMapFrameInfo frame) {
    List<VerificationTypeInfo> locals = new ArrayList<>(frame.locals());
    int slots = 0;
    for (VerificationTypeInfo local : locals) {
      slots +=
          local == SimpleVerificationTypeInfo.LONG || local == SimpleVerificationTypeInfo.DOUBLE
              ? 2
              : 1;
    }
    for (; slots < depth; slots++) {
      locals.add(SimpleVerificationTypeInfo.TOP);
    }
    locals.add(SimpleVerificationTypeInfo.INTEGER);
    return StackMapFrameInfo.of(frame.target(), locals, frame.stack());
  }

  // A class literal whose assertion status is asked; the verifier saw that nothing leads between.
  private boolean isAssertion(int index) {
    return body.at(index) instanceof LoadConstantInstruction load
        && load.constantEntry() instanceof ClassEntry
        && index + 1 < body.size()
        && body.at(index + 1) instanceof InvokeInstruction call
        && call.name().equalsString("desiredAssertionStatus");
  }

  private static void instruction(CodeBuilder to, Instruction instruction) {
    switch (instruction) {
      case InvokeInstruction call
          when isRewritten(call.owner().asInternalName(), call.name().stringValue()) ->
          to.invokestatic(STRICT_MATH, call.name().stringValue(), call.typeSymbol());
      case InvokeDynamicInstruction site -> site(to, site);
      default -> to.with(instruction);
    }
  }

  private static void site(CodeBuilder to, InvokeDynamicInstruction site) {
    List<ConstantDesc> arguments = new ArrayList<>();
    boolean rewritten = false;
    for (ConstantDesc argument : site.bootstrapArgs()) {
      if (argument instanceof DirectMethodHandleDesc handle
          && isRewritten(internal(handle.owner()), handle.methodName())) {
        arguments.add(
            MethodHandleDesc.of(
                handle.kind(), STRICT_MATH, handle.methodName(), handle.lookupDescriptor()));
        rewritten = true;
      } else {
        arguments.add(argument);
      }
    }
    if (rewritten) {
      to.invokedynamic(
          DynamicCallSiteDesc.of(
              site.bootstrapMethod(),
              site.name().stringValue(),
              site.typeSymbol(),
              arguments.toArray(ConstantDesc[]::new)));
    } else {
      to.with(site);
    }
  }

  private static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return type.isClassOrInterface()
        ? descriptor.substring(1, descriptor.length() - 1)
        : descriptor;
  }

  private static boolean isRewritten(String owner, String name) {
    return owner.equals(References.MATH) && References.REWRITTEN.contains(name);
  }
}
