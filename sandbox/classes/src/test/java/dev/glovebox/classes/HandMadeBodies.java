package dev.glovebox.classes;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/** Class files whose instructions or handlers no compiler writes. */
final class HandMadeBodies {
  private HandMadeBodies() {}

  static void add(List<HandMade> all) {
    instructions(all);
    handlers(all);
  }

  private static void instructions(List<HandMade> all) {
    all.add(
        new HandMade(
            "callsMeterItself",
            ClassCode.JAVA_METHOD_NOT_LISTED,
            false,
            HandMade.attacking(code ->
                code.invokestatic(Meter.CLASS, "leave", ConstantDescs.MTD_void)
                    .loadConstant("GOT-IN")
                    .areturn())));
    all.add(
        new HandMade(
            "holdsMonitor",
            ClassCode.JAVA_MONITOR,
            true,
            HandMade.attacking(code ->
                code.aload(0)
                    .monitorenter()
                    .aload(0)
                    .monitorexit()
                    .loadConstant("GOT-IN")
                    .areturn())));
    all.add(
        new HandMade(
            "skipsOverItsParent",
            ClassCode.JAVA_INSTRUCTION,
            true,
            HandMade.attacking(code ->
                code.aload(0)
                    .invokespecial(
                        ConstantDescs.CD_Object,
                        "toString",
                        MethodTypeDesc.ofDescriptor("()Ljava/lang/String;"))
                    .pop()
                    .loadConstant("GOT-IN")
                    .areturn())));
    moreInstructions(all);
  }

  private static void moreInstructions(List<HandMade> all) {
    all.add(
        new HandMade(
            "writesFieldOfLibrary",
            ClassCode.JAVA_STATIC_MUTABLE,
            false,
            HandMade.attacking(code ->
                code.iconst_1()
                    .putstatic(ClassDesc.of("java.lang.Integer"), "MAX_VALUE", ConstantDescs.CD_int)
                    .loadConstant("GOT-IN")
                    .areturn())));
    all.add(
        new HandMade(
            "comparesClassWithAnother",
            ClassCode.JAVA_METHOD_NOT_LISTED,
            true,
            HandMade.attacking(code ->
                code.aload(0)
                    .invokevirtual(
                        ConstantDescs.CD_Object,
                        "getClass",
                        MethodTypeDesc.of(ConstantDescs.CD_Class))
                    .astore(1)
                    .loadConstant("GOT-IN")
                    .areturn())));
  }

  private static void handlers(List<HandMade> all) {
    all.add(
        new HandMade(
            "catchesEverythingAndReturns",
            ClassCode.JAVA_CATCH_SWALLOWS,
            true,
            HandMade.attacking(code -> catching(code, false))));
    all.add(
        new HandMade(
            "keepsWhatItCaughtOnTheStack",
            ClassCode.JAVA_CATCH_SWALLOWS,
            true,
            HandMade.attacking(code -> catching(code, true))));
    all.add(
        new HandMade(
            "guardsItsOwnHandler",
            ClassCode.JAVA_CATCH_ORDER,
            true,
            HandMade.attacking(code -> {
              Label start = code.newLabel();
              Label end = code.newLabel();
              Label handler = code.newLabel();
              Label after = code.newLabel();
              code.labelBinding(start)
                  .nop()
                  .goto_(after)
                  .labelBinding(handler)
                  .astore(1)
                  .nop()
                  .labelBinding(end)
                  .aload(1)
                  .athrow()
                  .labelBinding(after)
                  .loadConstant("GOT-IN")
                  .areturn();
              code.exceptionCatchAll(start, end, handler);
            })));
  }

  private static void catching(CodeBuilder code, boolean pops) {
    Label start = code.newLabel();
    Label end = code.newLabel();
    Label handler = code.newLabel();
    code.labelBinding(start)
        .new_(ClassDesc.of("java.lang.AssertionError"))
        .dup()
        .invokespecial(
            ClassDesc.of("java.lang.AssertionError"),
            ConstantDescs.INIT_NAME,
            ConstantDescs.MTD_void)
        .athrow()
        .labelBinding(end)
        .labelBinding(handler);
    if (pops) {
      code.pop();
    } else {
      code.astore(1);
    }
    code.loadConstant("GOT-IN").areturn().exceptionCatchAll(start, end, handler);
  }
}
