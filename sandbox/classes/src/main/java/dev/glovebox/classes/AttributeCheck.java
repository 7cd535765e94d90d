package dev.glovebox.classes;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attribute;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassModel;
import java.lang.classfile.attribute.BootstrapMethodsAttribute;
import java.lang.classfile.attribute.ConstantValueAttribute;
import java.lang.classfile.attribute.DeprecatedAttribute;
import java.lang.classfile.attribute.EnclosingMethodAttribute;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.attribute.LineNumberTableAttribute;
import java.lang.classfile.attribute.MethodParametersAttribute;
import java.lang.classfile.attribute.NestHostAttribute;
import java.lang.classfile.attribute.NestMembersAttribute;
import java.lang.classfile.attribute.PermittedSubclassesAttribute;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleParameterAnnotationsAttribute;
import java.lang.classfile.attribute.SignatureAttribute;
import java.lang.classfile.attribute.SourceFileAttribute;
import java.lang.classfile.attribute.StackMapTableAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The attributes that compilers write for ordinary Java, each once, naming what it may. */
final class AttributeCheck {
  private static final Set<String> ANNOTATIONS =
      Set.of(
          "Ljava/lang/Deprecated;",
          "Ljava/lang/FunctionalInterface;",
          "Ljava/lang/SafeVarargs;",
          "Ldev/glovebox/strategy/Default;");

  private final Candidate candidate;
  private final References references;
  private final SignatureCheck signatures;
  private final BootstrapCheck bootstraps;
  private final Defects defects;

  AttributeCheck(
      Candidate candidate, References references, BootstrapCheck bootstraps, Defects defects) {
    this.candidate = candidate;
    this.references = references;
    this.signatures = new SignatureCheck(references);
    this.bootstraps = bootstraps;
    this.defects = defects;
  }

  void check(AttributedElement element) {
    Set<String> seen = new HashSet<>();
    for (Attribute<?> attribute : element.attributes()) {
      if (!seen.add(attribute.attributeName().stringValue())) {
        refuse("an attribute that stands twice");
      }
      if (attribute instanceof RecordAttribute
          && !(element instanceof ClassModel model && isRecord(model))) {
        refuse("components of what is no record");
      }
      attribute(attribute);
    }
  }

  private static boolean isRecord(ClassModel model) {
    return model
        .superclass()
        .filter(parent -> parent.asInternalName().equals("java/lang/Record"))
        .isPresent();
  }

  private void attribute(Attribute<?> attribute) {
    switch (attribute) {
      case SourceFileAttribute _, DeprecatedAttribute _, ConstantValueAttribute _ -> {
        // Names nothing.
      }
      case LineNumberTableAttribute _, StackMapTableAttribute _ -> {
        // Numbers; classes in stack maps are entries of the pool.
      }
      case MethodParametersAttribute parameters ->
          parameters.parameters().forEach(parameter -> shown(parameter.name()));
      case java.lang.classfile.attribute.CodeAttribute code -> check(code);
      case ExceptionsAttribute exceptions -> exceptions.exceptions().forEach(this::type);
      case InnerClassesAttribute inner -> inner.classes().forEach(this::inner);
      case NestHostAttribute host -> own(host.nestHost());
      case NestMembersAttribute members -> members.nestMembers().forEach(this::own);
      case EnclosingMethodAttribute enclosing -> own(enclosing.enclosingClass());
      case PermittedSubclassesAttribute permitted ->
          permitted.permittedSubclasses().forEach(this::own);
      case RecordAttribute record -> record.components().forEach(this::component);
      case SignatureAttribute signature ->
          signatures.check(signature.signature().stringValue()).ifPresent(this::refuse);
      case BootstrapMethodsAttribute table ->
          table.bootstrapMethods().forEach(bootstraps::bootstrap);
      case RuntimeVisibleAnnotationsAttribute annotations ->
          annotations.annotations().forEach(this::annotation);
      case RuntimeVisibleParameterAnnotationsAttribute parameters ->
          parameters.parameterAnnotations().forEach(one -> one.forEach(this::annotation));
      default ->
          refuse("an attribute that is not taken: " + attribute.attributeName().stringValue());
    }
  }

  private void type(ClassEntry entry) {
    references.type(entry.asInternalName()).ifPresent(this::refuse);
  }

  private void inner(InnerClassInfo info) {
    named(info.innerClass());
    shown(info.innerName());
  }

  private void component(RecordComponentInfo component) {
    shown(Optional.of(component.name()));
    check(component);
  }

  // Names that faults and parameters are told by.
  private void shown(Optional<Utf8Entry> name) {
    if (name.isPresent() && !ClassNames.isIdentifier(name.get().stringValue())) {
      refuse("a name that has other than letters and digits");
    }
  }

  private void named(ClassEntry entry) {
    if (!Bootstraps.mayBeNamed(entry.asInternalName())) {
      type(entry);
    }
  }

  private void own(ClassEntry entry) {
    if (!candidate.defines(entry.asInternalName())) {
      refuse("a class beside it that is not the candidate's");
    }
  }

  private void annotation(Annotation annotation) {
    boolean plain =
        annotation.elements().stream()
            .allMatch(element -> element.value() instanceof AnnotationValue.OfConstant);
    if (!plain || !ANNOTATIONS.contains(annotation.className().stringValue())) {
      refuse("an annotation that is not taken: " + annotation.className().stringValue());
    }
  }

  private void refuse(String why) {
    defects.add(ClassCode.JAVA_CLASS_ATTRIBUTE, why);
  }
}
