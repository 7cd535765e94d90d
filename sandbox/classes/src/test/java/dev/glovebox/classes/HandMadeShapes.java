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
    shapes(all);
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
