package dev.glovebox.classes;

import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
import java.lang.classfile.instruction.DiscontinuedInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.util.Optional;
import java.util.Set;

/** The instructions of one method. */
final class CodeCheck {
  private static final Set<String> ENUM_METHODS =
      Set.of(
          "java/util/EnumMap.<init>(Ljava/lang/Class;)V",
          "java/util/EnumSet.noneOf(Ljava/lang/Class;)Ljava/util/EnumSet;",
          "java/util/EnumSet.allOf(Ljava/lang/Class;)Ljava/util/EnumSet;");
  private static final String VALUE_OF =
      "java/lang/Enum.valueOf(Ljava/lang/Class;Ljava/lang/String;)Ljava/lang/Enum;";

  private final Candidate candidate;
  private final References references;
  private final Stage stage;
  private final Defects defects;
  private final ClassModel model;

  CodeCheck(
      Candidate candidate, References references, Stage stage, Defects defects, ClassModel model) {
    this.candidate = candidate;
    this.references = references;
    this.stage = stage;
    this.defects = defects;
    this.model = model;
  }

  void check(MethodModel method) {
    if (!(method.code().orElse(null) instanceof CodeAttribute code)) {
      return;
    }
    int bytesMax =
        stage == Stage.COMPILED ? ClassLimits.CODE_BYTES_MAX : ClassLimits.PREPARED_CODE_BYTES_MAX;
    if (code.codeLength() > bytesMax
        || code.maxLocals() > ClassLimits.LOCALS_MAX
        || code.maxStack() > ClassLimits.STACK_MAX
        || code.exceptionHandlers().size() > ClassLimits.HANDLERS_MAX) {
      defects.add(
          ClassCode.JAVA_CLASS_TOO_LARGE,
          "the method " + method.methodName().stringValue() + " is too large: split it");
      return;
    }
    Body body = new Body(code);
    if (!body.staysWithin(code.maxLocals())) {
      // The transform keeps the depth of calls in the first variable beyond.
      defects.add(ClassCode.JAVA_CLASS_MALFORMED, "a body that is empty, or uses more than it has");
      return;
    }
    boolean initializer = method.methodName().equalsString("<clinit>");
    for (int i = 0; i < body.size(); i++) {
      instruction(body, i, initializer);
    }
    new HandlerCheck(candidate, stage, defects).check(body);
    if (stage == Stage.PREPARED) {
      new MeterCheck(defects, body).check();
    }
  }

  private void instruction(Body body, int index, boolean initializer) {
    int line = body.line(index);
    switch (body.at(index)) {
      case InvokeInstruction call -> call(body, index, call);
      case FieldInstruction access -> access(access, line, initializer);
      case LoadConstantInstruction load -> constant(body, index, load.constantEntry());
      case NewObjectInstruction made -> type(made.className(), line);
      case TypeCheckInstruction check -> type(check.type(), line);
      case NewReferenceArrayInstruction array -> type(array.componentType(), line);
      case NewMultiArrayInstruction array -> type(array.arrayType(), line);
      case MonitorInstruction _ ->
          defects.add(
              ClassCode.JAVA_MONITOR,
              line,
              "synchronized: a strategy has one thread, leave it out");
      case DiscontinuedInstruction _ ->
          defects.add(ClassCode.JAVA_INSTRUCTION, line, "a subroutine of old class files");
      default -> {
        // Arithmetic, branches, stack and variables name nothing; call sites are the pool's.
      }
    }
  }

  private void type(ClassEntry entry, int line) {
    references
        .type(entry.asInternalName())
        .ifPresent(why -> defects.add(ClassCode.JAVA_CLASS_NOT_LISTED, line, why));
  }

  private void access(FieldInstruction access, int line, boolean initializer) {
    references
        .field(access.field())
        .ifPresent(why -> defects.add(ClassCode.JAVA_FIELD_NOT_LISTED, line, why));
    boolean writes = access.opcode() == Opcode.PUTFIELD || access.opcode() == Opcode.PUTSTATIC;
    boolean own = access.owner().asInternalName().equals(self());
    boolean ofOthers = writes && !candidate.defines(access.owner().asInternalName());
    boolean late = access.opcode() == Opcode.PUTSTATIC && !(own && initializer);
    if (ofOthers || late) {
      defects.add(ClassCode.JAVA_STATIC_MUTABLE, line, "a store to a field that cannot change");
    }
  }

  private void call(Body body, int index, InvokeInstruction call) {
    MemberRefEntry method = call.method();
    int line = body.line(index);
    if (stage == Stage.PREPARED && Meter.owns(method)) {
      return; // MeterCheck knows where they stand.
    }
    if (References.isGetClass(method)) {
      if (!isCompared(body, index)) {
        defects.add(
            ClassCode.JAVA_METHOD_NOT_LISTED,
            line,
            "getClass() may only be compared with another getClass(), as equals does");
      }
      return;
    }
    if (references.isAssertion(method)) {
      return; // Only a class literal can come before it, and that is looked at.
    }
    references
        .method(method)
        .ifPresent(why -> defects.add(ClassCode.JAVA_METHOD_NOT_LISTED, line, why));
    if (call.opcode() == Opcode.INVOKESPECIAL && !isSpecial(call)) {
      defects.add(
          ClassCode.JAVA_INSTRUCTION, line, "a special call of a class that is not its parent");
    }
  }

  private boolean isSpecial(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    return call.name().equalsString("<init>")
        || owner.equals(self())
        || model.superclass().map(ClassEntry::asInternalName).orElse("").equals(owner)
        || model.interfaces().stream().anyMatch(entry -> entry.asInternalName().equals(owner));
  }

  // a.getClass() == b.getClass(), the second loaded from a variable, and nothing else.
  private static boolean isCompared(Body body, int index) {
    boolean first =
        isComparison(body, index + 3)
            && body.at(index + 1) instanceof LoadInstruction
            && body.at(index + 2) instanceof InvokeInstruction second
            && References.isGetClass(second.method())
            && !body.isEntered(index + 1)
            && !body.isEntered(index + 2);
    return first || isComparison(body, index + 1);
  }

  private static boolean isComparison(Body body, int index) {
    return index < body.size()
        && body.at(index) instanceof BranchInstruction branch
        && (branch.opcode() == Opcode.IF_ACMPEQ || branch.opcode() == Opcode.IF_ACMPNE)
        && !body.isEntered(index);
  }

  private void constant(Body body, int index, LoadableConstantEntry constant) {
    switch (constant.tag()) {
      case java.lang.classfile.constantpool.PoolEntry.TAG_CLASS -> {
        if (!isForEnum(body, index, ((ClassEntry) constant).asInternalName())) {
          defects.add(
              ClassCode.JAVA_CLASS_LITERAL,
              body.line(index),
              "a class literal is only taken by EnumMap and EnumSet, of an enum");
        }
      }
      case java.lang.classfile.constantpool.PoolEntry.TAG_METHOD_HANDLE,
          java.lang.classfile.constantpool.PoolEntry.TAG_METHOD_TYPE,
          java.lang.classfile.constantpool.PoolEntry.TAG_DYNAMIC ->
          defects.add(
              ClassCode.JAVA_CONSTANT_KIND, body.line(index), "a constant of no plain kind");
      default -> {
        // A number or a text.
      }
    }
  }

  private boolean isForEnum(Body body, int index, String name) {
    Optional<String> next = called(body, index + 1);
    if (next.isPresent()) {
      boolean asks =
          stage == Stage.COMPILED
              && candidate.defines(name)
              && next.get().equals("java/lang/Class.desiredAssertionStatus()Z");
      return asks || (candidate.isEnum(name) && ENUM_METHODS.contains(next.get()));
    }
    return name.equals(self())
        && candidate.isEnum(name)
        && body.at(index + 1) instanceof LoadInstruction
        && !body.isEntered(index + 1)
        && called(body, index + 2).filter(VALUE_OF::equals).isPresent();
  }

  private static Optional<String> called(Body body, int index) {
    if (index < body.size()
        && !body.isEntered(index)
        && body.at(index) instanceof InvokeInstruction call) {
      return Optional.of(
          call.owner().asInternalName()
              + "."
              + call.name().stringValue()
              + call.type().stringValue());
    }
    return Optional.empty();
  }

  private String self() {
    return model.thisClass().asInternalName();
  }
}
