package dev.glovebox.classes;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicCallSiteDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Class files that no compiler writes. Each is a strategy whose {@code attack()} gives a text that
 * begins with GOT-IN where nothing refuses it.
 */
@SuppressWarnings("ArrayRecordComponent") // made once, never compared
record HandMade(
    String name, ClassCode refused, boolean works, byte[] bytes, Map<String, byte[]> beside) {
  static final ClassDesc SELF = ClassDesc.of("Attack");
  static final ClassDesc STRATEGY = ClassDesc.of("dev.glovebox.strategy.Strategy");
  static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
  static final MethodTypeDesc ATTACK = MethodTypeDesc.of(ConstantDescs.CD_String);
  static final int PUBLIC = ClassFile.ACC_PUBLIC;
  static final int STATIC = ClassFile.ACC_PUBLIC | ClassFile.ACC_STATIC;

  HandMade(String name, ClassCode refused, boolean works, byte[] bytes) {
    this(name, refused, works, bytes, Map.of());
  }

  /** All of its classes, which nobody verified. */
  PreparedClasses archive() {
    Map<String, byte[]> classes = new TreeMap<>(beside);
    classes.put("Attack", bytes);
    return PreparedClasses.of(AllowList.standard().sha256(), "Attack", classes);
  }

  @Override
  public String toString() {
    return name;
  }

  static byte[] classOf(Consumer<ClassBuilder> more) {
    return ClassFile.of()
        .build(
            SELF,
            to -> {
              to.withVersion(69, 0).withFlags(PUBLIC).withSuperclass(STRATEGY);
              to.withMethodBody(
                  ConstantDescs.INIT_NAME,
                  ConstantDescs.MTD_void,
                  PUBLIC,
                  code ->
                      code.aload(0)
                          .invokespecial(STRATEGY, ConstantDescs.INIT_NAME, ConstantDescs.MTD_void)
                          .return_());
              acting(to);
              more.accept(to);
            });
  }

  /** The hook, which tells what the attack gives. */
  static void acting(ClassBuilder to) {
    ClassDesc context = ClassDesc.of("dev.glovebox.strategy.Context");
    to.withMethodBody(
        "onBar",
        MethodTypeDesc.of(
            ConstantDescs.CD_void, context, ClassDesc.of("dev.glovebox.strategy.Bar")),
        PUBLIC,
        code ->
            code.aload(1)
                .aload(0)
                .invokevirtual(SELF, "attack", ATTACK)
                .invokeinterface(
                    context,
                    "log",
                    MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String))
                .return_());
  }

  static byte[] attacking(Consumer<CodeBuilder> attack) {
    return classOf(to -> to.withMethodBody("attack", ATTACK, PUBLIC, attack));
  }

  static void innocent(ClassBuilder to) {
    to.withMethodBody("attack", ATTACK, PUBLIC, code -> code.loadConstant("GOT-IN").areturn());
  }

  private static DynamicConstantDesc<?> condy() {
    return DynamicConstantDesc.ofNamed(
        MethodHandleDesc.ofMethod(
            DirectMethodHandleDesc.Kind.STATIC,
            ClassDesc.of("java.lang.invoke.ConstantBootstraps"),
            "getStaticFinal",
            MethodTypeDesc.ofDescriptor(
                "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/Class;"
                    + "Ljava/lang/Class;)Ljava/lang/Object;")),
        "SEPARATOR",
        ConstantDescs.CD_String,
        ClassDesc.of("java.io.File"));
  }

  static List<HandMade> all() {
    List<HandMade> all = new ArrayList<>();
    constants(all);
    callSites(all);
    HandMadeBodies.add(all);
    HandMadeShapes.add(all);
    HandMadeNames.add(all);
    HandMadeClaims.add(all);
    return List.copyOf(all);
  }

  private static void constants(List<HandMade> all) {
    all.add(
        new HandMade(
            "loadsMethodHandle",
            ClassCode.JAVA_CONSTANT_KIND,
            true,
            attacking(code ->
                code.loadConstant(
                        MethodHandleDesc.ofMethod(
                            DirectMethodHandleDesc.Kind.STATIC,
                            ClassDesc.of("java.lang.Math"),
                            "abs",
                            MethodTypeDesc.ofDescriptor("(I)I")))
                    .pop()
                    .loadConstant("GOT-IN")
                    .areturn())));
    all.add(
        new HandMade(
            "loadsMethodType",
            ClassCode.JAVA_CONSTANT_KIND,
            true,
            attacking(code -> code.loadConstant(ATTACK).pop().loadConstant("GOT-IN").areturn())));
    all.add(
        new HandMade(
            "loadsComputedConstant",
            ClassCode.JAVA_CONSTANT_KIND,
            false,
            attacking(code -> code.loadConstant(condy()).pop().loadConstant("GOT-IN").areturn())));
    all.add(
        new HandMade(
            "loadsPrimitiveClassByConstant",
            ClassCode.JAVA_CONSTANT_KIND,
            true,
            attacking(code ->
                code.loadConstant(ConstantDescs.CD_int).pop().loadConstant("GOT-IN").areturn())));
    moreConstants(all);
  }

  private static void moreConstants(List<HandMade> all) {
    all.add(
        new HandMade(
            "namesWhatItNeverUses",
            ClassCode.JAVA_METHOD_NOT_LISTED,
            true,
            classOf(to -> {
              innocent(to);
              to.constantPool().methodRefEntry(SYSTEM, "exit", MethodTypeDesc.ofDescriptor("(I)V"));
            })));
    all.add(
        new HandMade(
            "namesClassItNeverUses",
            ClassCode.JAVA_CLASS_NOT_LISTED,
            true,
            classOf(to -> {
              innocent(to);
              to.constantPool().classEntry(ClassDesc.of("sun.misc.Unsafe"));
            })));
    all.add(
        new HandMade(
            "namesModule",
            ClassCode.JAVA_CONSTANT_KIND,
            false,
            classOf(to -> {
              innocent(to);
              to.constantPool().moduleEntry(java.lang.constant.ModuleDesc.of("java.base"));
            })));
  }

  private static void callSites(List<HandMade> all) {
    all.add(
        new HandMade(
            "callsItsOwnBootstrap",
            ClassCode.JAVA_BOOTSTRAP,
            true,
            classOf(HandMade::ownBootstrap)));
    all.add(
        new HandMade(
            "callsStringConcatFactory",
            ClassCode.JAVA_BOOTSTRAP,
            true,
            attacking(code ->
                code.invokedynamic(
                        DynamicCallSiteDesc.of(
                            ConstantDescs.ofCallsiteBootstrap(
                                ClassDesc.of("java.lang.invoke.StringConcatFactory"),
                                "makeConcatWithConstants",
                                ConstantDescs.CD_CallSite,
                                ConstantDescs.CD_String,
                                ConstantDescs.CD_Object.arrayType()),
                            "make",
                            ATTACK,
                            "GOT-IN"))
                    .areturn())));
    all.add(
        new HandMade(
            "makesLambdaOfForbiddenMethod",
            ClassCode.JAVA_METHOD_NOT_LISTED,
            true,
            attacking(
                code -> lambda(code, "java.lang.Runtime", "getRuntime", "()Ljava/lang/Runtime;"))));
    all.add(
        new HandMade(
            "callsBootstrapByHand",
            ClassCode.JAVA_METHOD_NOT_LISTED,
            false,
            attacking(code ->
                code.aconst_null()
                    .aconst_null()
                    .aconst_null()
                    .aconst_null()
                    .aconst_null()
                    .aconst_null()
                    .invokestatic(
                        ClassDesc.of("java.lang.invoke.LambdaMetafactory"),
                        "metafactory",
                        MethodTypeDesc.ofDescriptor(
                            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;"
                                + "Ljava/lang/invoke/MethodType;Ljava/lang/invoke/MethodType;"
                                + "Ljava/lang/invoke/MethodHandle;Ljava/lang/invoke/MethodType;)"
                                + "Ljava/lang/invoke/CallSite;"))
                    .pop()
                    .loadConstant("GOT-IN")
                    .areturn())));
  }

  private static void ownBootstrap(ClassBuilder to) {
    MethodTypeDesc type =
        MethodTypeDesc.ofDescriptor(
            "(Ljava/lang/invoke/MethodHandles$Lookup;Ljava/lang/String;Ljava/lang/invoke/MethodType;)"
                + "Ljava/lang/invoke/CallSite;");
    ClassDesc handle = ConstantDescs.CD_MethodHandle;
    ClassDesc site = ClassDesc.of("java.lang.invoke.ConstantCallSite");
    to.withMethodBody(
        "boot",
        type,
        STATIC,
        code ->
            code.new_(site)
                .dup()
                .loadConstant(ConstantDescs.CD_String)
                .loadConstant("GOT-IN")
                .invokestatic(
                    ClassDesc.of("java.lang.invoke.MethodHandles"),
                    "constant",
                    MethodTypeDesc.of(handle, ConstantDescs.CD_Class, ConstantDescs.CD_Object))
                .invokespecial(
                    site, ConstantDescs.INIT_NAME, MethodTypeDesc.of(ConstantDescs.CD_void, handle))
                .areturn());
    to.withMethodBody(
        "attack",
        ATTACK,
        PUBLIC,
        code ->
            code.invokedynamic(
                    DynamicCallSiteDesc.of(
                        MethodHandleDesc.ofMethod(
                            DirectMethodHandleDesc.Kind.STATIC, SELF, "boot", type),
                        "any",
                        ATTACK))
                .areturn());
  }

  private static void lambda(CodeBuilder code, String owner, String method, String type) {
    code.invokedynamic(
            DynamicCallSiteDesc.of(
                ConstantDescs.ofCallsiteBootstrap(
                    ClassDesc.of("java.lang.invoke.LambdaMetafactory"),
                    "metafactory",
                    ConstantDescs.CD_CallSite,
                    ConstantDescs.CD_MethodType,
                    ConstantDescs.CD_MethodHandle,
                    ConstantDescs.CD_MethodType),
                "get",
                MethodTypeDesc.ofDescriptor("()Ljava/util/function/Supplier;"),
                MethodTypeDesc.ofDescriptor("()Ljava/lang/Object;"),
                MethodHandleDesc.ofMethod(
                    DirectMethodHandleDesc.Kind.STATIC,
                    ClassDesc.of(owner),
                    method,
                    MethodTypeDesc.ofDescriptor(type)),
                MethodTypeDesc.ofDescriptor("()Ljava/lang/Object;")))
        .invokeinterface(
            ClassDesc.of("java.util.function.Supplier"),
            "get",
            MethodTypeDesc.ofDescriptor("()Ljava/lang/Object;"))
        .pop()
        .loadConstant("GOT-IN")
        .areturn();
  }
}
