package dev.glovebox.classes;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.attribute.ModuleAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.constant.ModuleDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Class files that claim what is not so: relations, kinds, sizes, types on the stack. */
final class HandMadeClaims {
  private static final ClassFile WITHOUT_MAPS =
      ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS);

  private HandMadeClaims() {}

  static void add(List<HandMade> all) {
    relations(all);
    kinds(all);
    sizes(all);
  }

  private static void relations(List<HandMade> all) {
    all.add(
        claim(
            "permitsAnothersClass",
            PermittedSubclassesAttribute.ofSymbols(List.of(ConstantDescs.CD_String))));
    all.add(
        claim(
            "takesAnotherIntoItsNest",
            NestMembersAttribute.ofSymbols(List.of(ConstantDescs.CD_String))));
    all.add(
        new HandMade(
            "isItsOwnParent",
            ClassCode.JAVA_CLASS_PARENT,
            false,
            HandMade.classOf(to -> HandMade.innocent(to.withSuperclass(HandMade.SELF)))));
    all.add(
        new HandMade(
            "isAboveItsParent",
            ClassCode.JAVA_CLASS_PARENT,
            false,
            HandMade.classOf(to -> HandMade.innocent(to.withSuperclass(ClassDesc.of("Other")))),
            Map.of(
                "Other",
                ClassFile.of()
                    .build(
                        ClassDesc.of("Other"),
                        to -> to.withVersion(69, 0).withSuperclass(HandMade.SELF)))));
  }

  private static HandMade claim(String name, java.lang.classfile.ClassElement attribute) {
    return new HandMade(
        name,
        ClassCode.JAVA_CLASS_ATTRIBUTE,
        true,
        HandMade.classOf(to -> {
          HandMade.innocent(to);
          to.with(attribute);
        }));
  }

  private static void kinds(List<HandMade> all) {
    all.add(
        claim(
            "isRecordOfNone",
            RecordAttribute.of(RecordComponentInfo.of("kept", ConstantDescs.CD_int, List.of()))));
    all.add(
        new HandMade(
            "isModuleInClass",
            ClassCode.JAVA_CONSTANT_KIND,
            false,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.with(
                  ModuleAttribute.of(
                      ModuleDesc.of("any"),
                      module -> module.requires(ModuleDesc.of("java.base"), 0, null)));
            })));
    all.add(claim("hasTypeAnnotations", RuntimeVisibleTypeAnnotationsAttribute.of(List.of())));
    all.add(
        new HandMade(
            "isOfLaterVersion",
            ClassCode.JAVA_CLASS_MALFORMED,
            false,
            HandMade.classOf(to -> HandMade.innocent(to.withVersion(70, 0)))));
    all.add(
        new HandMade(
            "isOfVersionWithSubroutines",
            ClassCode.JAVA_CLASS_VERSION,
            true,
            built(
                48,
                code -> {
                  Label sub = code.newLabel();
                  code.with(DiscontinuedInstruction.JsrInstruction.of(sub))
                      .loadConstant("GOT-IN")
                      .areturn()
                      .labelBinding(sub)
                      .astore(1)
                      .with(DiscontinuedInstruction.RetInstruction.of(1));
                })));
    all.add(
        new HandMade(
            "usesSubroutines",
            ClassCode.JAVA_INSTRUCTION,
            false,
            built(
                69,
                code -> {
                  Label sub = code.newLabel();
                  code.with(DiscontinuedInstruction.JsrInstruction.of(sub))
                      .labelBinding(sub)
                      .astore(1)
                      .with(DiscontinuedInstruction.RetInstruction.of(1));
                })));
  }

  private static void sizes(List<HandMade> all) {
    all.add(
        new HandMade(
            "hasHandlersByThousands",
            ClassCode.JAVA_CLASS_TOO_LARGE,
            true,
            HandMade.attacking(code -> {
              Label from = code.newBoundLabel();
              code.nop().loadConstant("GOT-IN").areturn();
              Label to = code.newBoundLabel();
              code.pop().loadConstant("GOT-IN").areturn();
              for (int i = 0; i < 5_000; i++) {
                code.exceptionCatch(from, to, to, ClassDesc.of("java.lang.RuntimeException"));
              }
            })));
    all.add(
        new HandMade(
            "hasSwitchOfThousands",
            ClassCode.JAVA_CLASS_TOO_LARGE,
            true,
            HandMade.attacking(code -> {
              Label end = code.newLabel();
              List<SwitchCase> cases = new ArrayList<>();
              for (int i = 0; i < 6_000; i++) {
                cases.add(SwitchCase.of(i * 3, end));
              }
              code.iconst_1()
                  .lookupswitch(end, cases)
                  .labelBinding(end)
                  .loadConstant("GOT-IN")
                  .areturn();
            })));
    all.add(
        new HandMade(
            "hasPoolOfThousands",
            ClassCode.JAVA_CLASS_TOO_LARGE,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              for (int i = 0; i < 30_000; i++) {
                to.constantPool().intEntry(i + 100_000);
              }
            })));
    all.add(
        new HandMade(
            "hasMethodsByThousands",
            ClassCode.JAVA_CLASS_TOO_LARGE,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              for (int i = 0; i < 2_000; i++) {
                to.withMethodBody(
                    "m" + i, ConstantDescs.MTD_void, HandMade.PUBLIC, CodeBuilder::return_);
              }
            })));
  }

  /** What is left to the JVM's own verifier, by name: it links none of these. */
  static Map<String, byte[]> leftToTheJvm() {
    return Map.of(
        "liesInItsStackMap",
        built(69, HandMadeClaims::lyingMap),
        "hasNoStackMap",
        built(
            69,
            code -> {
              Label on = code.newLabel();
              code.iconst_0().ifeq(on).labelBinding(on).loadConstant("GOT-IN").areturn();
            }),
        "returnsNumberForText",
        built(69, code -> code.iconst_1().areturn()),
        "popsNothing",
        built(69, code -> code.pop().loadConstant("GOT-IN").areturn()),
        "fallsOffItsEnd",
        built(69, CodeBuilder::nop),
        "callsTextAsStrategy",
        built(
            69,
            code ->
                code.loadConstant("text")
                    .invokevirtual(HandMade.SELF, "attack", HandMade.ATTACK)
                    .areturn()),
        "storesTextAsNumber",
        built(
            69,
            code -> code.loadConstant("text").istore(1).iload(1).pop().aconst_null().areturn()));
  }

  private static void lyingMap(CodeBuilder code) {
    Label on = code.newLabel();
    code.new_(ConstantDescs.CD_Object)
        .dup()
        .invokespecial(ConstantDescs.CD_Object, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .astore(1)
        .iconst_0()
        .ifeq(on)
        .labelBinding(on)
        .aload(1)
        .areturn();
    code.with(
        StackMapTableAttribute.of(
            List.of(
                StackMapFrameInfo.of(
                    on,
                    List.of(
                        ObjectVerificationTypeInfo.of(HandMade.SELF),
                        ObjectVerificationTypeInfo.of(ConstantDescs.CD_String)),
                    List.of()))));
  }

  private static byte[] built(int version, Consumer<CodeBuilder> attack) {
    return WITHOUT_MAPS.build(
        HandMade.SELF,
        to -> {
          to.withVersion(version, 0).withFlags(HandMade.PUBLIC).withSuperclass(HandMade.STRATEGY);
          to.withMethodBody(
              ConstantDescs.INIT_NAME,
              ConstantDescs.MTD_void,
              HandMade.PUBLIC,
              code ->
                  code.aload(0)
                      .invokespecial(
                          HandMade.STRATEGY,
                          ConstantDescs.INIT_NAME,
                          MethodTypeDesc.ofDescriptor("()V"))
                      .return_());
          HandMade.acting(to);
          to.withMethodBody("attack", HandMade.ATTACK, HandMade.PUBLIC, attack);
        });
  }
}
