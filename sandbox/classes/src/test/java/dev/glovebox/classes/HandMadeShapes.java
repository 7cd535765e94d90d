package dev.glovebox.classes;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;

/** Class files that say of themselves what no compiler writes. */
final class HandMadeShapes {
  private HandMadeShapes() {}

  static void add(List<HandMade> all) {
    all.add(
        new HandMade(
            "hasFewerVariablesThanItUses",
            ClassCode.JAVA_CLASS_MALFORMED,
            false,
            withoutVariables()));
    shapes(all);
  }

  private static byte[] withoutVariables() {
    byte[] bytes =
        HandMade.classOf(to -> {
          HandMade.innocent(to);
          to.withMethodBody(
              "keeps",
              java.lang.constant.MethodTypeDesc.ofDescriptor("(I)I"),
              HandMade.PUBLIC,
              code -> code.iload(1).iload(1).iload(1).pop2().ireturn());
        });
    // Where that body stands: its length of 5, its instructions; before them depth 3 and 2
    // variables.
    byte[] body = {0, 3, 0, 2, 0, 0, 0, 5, 27, 27, 27, 88, (byte) 172};
    for (int at = 0; at + body.length <= bytes.length; at++) {
      if (java.util.Arrays.equals(bytes, at, at + body.length, body, 0, body.length)) {
        bytes[at + 3] = 1;
        return bytes;
      }
    }
    throw new IllegalStateException("the body is not there");
  }

  private static void shapes(List<HandMade> all) {
    all.add(
        new HandMade(
            "hasMutableStatic",
            ClassCode.JAVA_STATIC_MUTABLE,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.withField("kept", ConstantDescs.CD_int, HandMade.STATIC);
            })));
    all.add(
        new HandMade(
            "hasFinalizer",
            ClassCode.JAVA_FINALIZER,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.withMethodBody(
                  "finalize", ConstantDescs.MTD_void, HandMade.PUBLIC, CodeBuilder::return_);
            })));
    all.add(
        new HandMade(
            "hasUnknownAttribute",
            ClassCode.JAVA_CLASS_ATTRIBUTE,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.with(
                  java.lang.classfile.attribute.SourceDebugExtensionAttribute.of(new byte[] {1}));
            })));
    all.add(
        new HandMade(
            "joinsAnothersNest",
            ClassCode.JAVA_CLASS_ATTRIBUTE,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.with(java.lang.classfile.attribute.NestHostAttribute.of(ConstantDescs.CD_String));
            })));
    all.add(
        new HandMade(
            "isOfAnotherVersion",
            ClassCode.JAVA_CLASS_VERSION,
            true,
            HandMade.classOf(to -> HandMade.innocent(to.withVersion(52, 0)))));
    moreShapes(all);
  }

  private static void moreShapes(List<HandMade> all) {
    all.add(
        new HandMade(
            "usesPreviewFeatures",
            ClassCode.JAVA_CLASS_VERSION,
            false,
            HandMade.classOf(to -> HandMade.innocent(to.withVersion(69, 65_535)))));
    all.add(
        new HandMade(
            "liesAboutItsName",
            ClassCode.JAVA_CLASS_NAME,
            false,
            ClassFile.of()
                .build(
                    ClassDesc.of("Other"),
                    to ->
                        to.withVersion(69, 0)
                            .withFlags(HandMade.PUBLIC)
                            .withSuperclass(HandMade.STRATEGY))));
    all.add(
        new HandMade(
            "extendsThread",
            ClassCode.JAVA_CLASS_PARENT,
            false,
            HandMade.classOf(
                to -> HandMade.innocent(to.withSuperclass(ClassDesc.of("java.lang.Thread"))))));
    all.add(
        new HandMade(
            "hasNativeMethod",
            ClassCode.JAVA_NATIVE,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.withMethod(
                  "reach", ConstantDescs.MTD_void, HandMade.STATIC | ClassFile.ACC_NATIVE, _ -> {});
            })));
    all.add(new HandMade("isNoClass", ClassCode.JAVA_CLASS_MALFORMED, false, new byte[] {1, 2, 3}));
    all.add(
        new HandMade(
            "isCutShort",
            ClassCode.JAVA_CLASS_MALFORMED,
            false,
            java.util.Arrays.copyOf(HandMade.classOf(HandMade::innocent), 180)));
  }
}
