package dev.glovebox.classes;

import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Map;

/** Class files that reach what they do not name, by names of their own. */
final class HandMadeNames {
  private static final ClassDesc OWN = ClassDesc.of("Own");
  private static final ClassDesc LIST = ClassDesc.of("OwnList");
  private static final int ABSTRACT = ClassFile.ACC_PUBLIC | ClassFile.ACC_ABSTRACT;
  private static final MethodTypeDesc STREAM =
      MethodTypeDesc.ofDescriptor("()Ljava/util/stream/Stream;");

  private HandMadeNames() {}

  static void add(List<HandMade> all) {
    interfaces(all);
    lambdas(all);
    members(all);
  }

  private static byte[] ownInterface(String method, MethodTypeDesc type) {
    return ClassFile.of()
        .build(
            OWN,
            to ->
                to.withVersion(69, 0)
                    .withFlags(ABSTRACT | ClassFile.ACC_INTERFACE)
                    .withSuperclass(ConstantDescs.CD_Object)
                    .withMethod(method, type, ABSTRACT, _ -> {}));
  }

  private static byte[] ownList() {
    ClassDesc parent = ClassDesc.of("java.util.ArrayList");
    return ClassFile.of()
        .build(
            LIST,
            to ->
                to.withVersion(69, 0)
                    .withFlags(HandMade.PUBLIC)
                    .withSuperclass(parent)
                    .withInterfaceSymbols(OWN)
                    .withMethodBody(
                        ConstantDescs.INIT_NAME,
                        ConstantDescs.MTD_void,
                        HandMade.PUBLIC,
                        code ->
                            code.aload(0)
                                .invokespecial(
                                    parent, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                                .return_()));
  }

  private static void interfaces(List<HandMade> all) {
    all.add(
        new HandMade(
            "callsLibraryByOwnInterface",
            ClassCode.JAVA_CLASS_MEMBER,
            true,
            HandMade.attacking(code ->
                code.new_(LIST)
                    .dup()
                    .invokespecial(LIST, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                    .invokeinterface(OWN, "parallelStream", STREAM)
                    .pop()
                    .loadConstant("GOT-IN")
                    .areturn()),
            Map.of("Own", ownInterface("parallelStream", STREAM), "OwnList", ownList())));
    all.add(
        new HandMade(
            "wakesByOwnInterface",
            ClassCode.JAVA_CLASS_MEMBER,
            false,
            HandMade.classOf(to ->
                to.withInterfaceSymbols(OWN)
                    .withMethodBody(
                        "attack",
                        HandMade.ATTACK,
                        HandMade.PUBLIC,
                        code ->
                            code.aload(0)
                                .invokeinterface(OWN, "notifyAll", ConstantDescs.MTD_void)
                                .loadConstant("GOT-IN")
                                .areturn())),
            Map.of("Own", ownInterface("notifyAll", ConstantDescs.MTD_void))));
    all.add(
        new HandMade(
            "asksItsClassByOwnInterface",
            ClassCode.JAVA_CLASS_MEMBER,
            false,
            HandMade.classOf(to ->
                to.withInterfaceSymbols(OWN)
                    .withMethodBody(
                        "attack",
                        HandMade.ATTACK,
                        HandMade.PUBLIC,
                        code ->
                            code.aload(0)
                                .invokeinterface(
                                    OWN, "getClass", MethodTypeDesc.of(ConstantDescs.CD_Class))
                                .pop()
                                .loadConstant("GOT-IN")
                                .areturn())),
            Map.of("Own", ownInterface("getClass", MethodTypeDesc.of(ConstantDescs.CD_Class)))));
  }

  private static void lambdas(List<HandMade> all) {
    all.add(
        new HandMade(
            "makesLambdaWithFinalizer",
            ClassCode.JAVA_BOOTSTRAP,
            true,
            HandMade.attacking(
                code -> lambda(code, "finalize", "java.lang.Runnable", "java.util.ArrayList"))));
    all.add(
        new HandMade(
            "makesLambdaThatIsAnInitializer",
            ClassCode.JAVA_BOOTSTRAP,
            false,
            HandMade.attacking(
                code -> lambda(code, "<clinit>", "java.lang.Runnable", "java.util.ArrayList"))));
    all.add(
        new HandMade(
            "makesLambdaOfAnotherMethod",
            ClassCode.JAVA_BOOTSTRAP,
            true,
            HandMade.attacking(
                code -> lambda(code, "toString", "java.lang.Runnable", "java.util.ArrayList"))));
  }

  /** A lambda whose one method clears a list. */
  private static void lambda(CodeBuilder code, String name, String made, String owner) {
    ClassDesc list = ClassDesc.of(owner);
    code.new_(list)
        .dup()
        .invokespecial(list, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
        .invokedynamic(
            DynamicCallSiteDesc.of(
                ConstantDescs.ofCallsiteBootstrap(
                    ClassDesc.of("java.lang.invoke.LambdaMetafactory"),
                    "metafactory",
                    ConstantDescs.CD_CallSite,
                    ConstantDescs.CD_MethodType,
                    ConstantDescs.CD_MethodHandle,
                    ConstantDescs.CD_MethodType),
                name,
                MethodTypeDesc.of(ClassDesc.of(made), list),
                ConstantDescs.MTD_void,
                MethodHandleDesc.ofMethod(
                    DirectMethodHandleDesc.Kind.VIRTUAL, list, "clear", ConstantDescs.MTD_void),
                ConstantDescs.MTD_void))
        .pop()
        .loadConstant("GOT-IN")
        .areturn();
  }

  private static void members(List<HandMade> all) {
    all.add(
        new HandMade(
            "namesMethodForReaders",
            ClassCode.JAVA_CLASS_MEMBER,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.withMethodBody(
                  "on Bar\u202e", ConstantDescs.MTD_void, HandMade.PUBLIC, CodeBuilder::return_);
            })));
    all.add(
        new HandMade(
            "namesFieldForReaders",
            ClassCode.JAVA_CLASS_MEMBER,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.withField("\u001b kept", ConstantDescs.CD_int, HandMade.PUBLIC);
            })));
    all.add(
        new HandMade(
            "namesParameterForReaders",
            ClassCode.JAVA_CLASS_ATTRIBUTE,
            true,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.withMethod(
                  "named",
                  MethodTypeDesc.ofDescriptor("(I)V"),
                  HandMade.PUBLIC,
                  method ->
                      method
                          .withCode(CodeBuilder::return_)
                          .with(
                              java.lang.classfile.attribute.MethodParametersAttribute.of(
                                  java.lang.classfile.attribute.MethodParameterInfo.ofParameter(
                                      java.util.Optional.of("fast\u202e\n"), 0))));
            })));
    all.add(
        new HandMade(
            "hasTwoFieldsOfOneName",
            ClassCode.JAVA_CLASS_MEMBER,
            false,
            HandMade.classOf(to -> {
              HandMade.innocent(to);
              to.withField("kept", ConstantDescs.CD_int, HandMade.PUBLIC);
              to.withField("kept", ConstantDescs.CD_int, HandMade.PUBLIC);
            })));
  }
}
