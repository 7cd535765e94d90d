package dev.glovebox.host.edge;

import com.google.protobuf.DescriptorProtos.DescriptorProto;
import com.google.protobuf.DescriptorProtos.EnumDescriptorProto;
import com.google.protobuf.DescriptorProtos.FieldDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorProto;
import com.google.protobuf.DescriptorProtos.FileDescriptorSet;
import com.google.protobuf.DescriptorProtos.MethodDescriptorProto;
import com.google.protobuf.DescriptorProtos.ServiceDescriptorProto;
import com.google.protobuf.Descriptors.FileDescriptor;
import dev.glovebox.proto.api.v1.ApprovalServiceOuterClass;
import dev.glovebox.proto.api.v1.AuditServiceOuterClass;
import dev.glovebox.proto.api.v1.CandidateServiceOuterClass;
import dev.glovebox.proto.api.v1.CheckServiceOuterClass;
import dev.glovebox.proto.api.v1.RunServiceOuterClass;
import dev.glovebox.proto.api.v1.RunSpecOuterClass;
import dev.glovebox.proto.api.v1.SeriesServiceOuterClass;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The public API as facts, one line each, that a client may rely on. */
final class ApiDescriptors {
  private ApiDescriptors() {}

  /** Returns the files of {@code glovebox.v1} as this build has them, with what they import. */
  static FileDescriptorSet built() {
    Map<String, FileDescriptorProto> files = new TreeMap<>();
    for (FileDescriptor file :
        List.of(
            ApprovalServiceOuterClass.getDescriptor(),
            AuditServiceOuterClass.getDescriptor(),
            CandidateServiceOuterClass.getDescriptor(),
            CheckServiceOuterClass.getDescriptor(),
            RunServiceOuterClass.getDescriptor(),
            RunSpecOuterClass.getDescriptor(),
            SeriesServiceOuterClass.getDescriptor())) {
      add(file, files);
    }
    return FileDescriptorSet.newBuilder().addAllFile(files.values()).build();
  }

  private static void add(FileDescriptor file, Map<String, FileDescriptorProto> files) {
    file.getDependencies().forEach(dependency -> add(dependency, files));
    files.put(file.getName(), file.toProto());
  }

  /** Returns every promise to clients; a breaking change removes at least one line. */
  static Set<String> promises(FileDescriptorSet set) {
    Set<String> promises = new TreeSet<>();
    for (FileDescriptorProto file : set.getFileList()) {
      if (file.getPackage().startsWith("google.")) {
        continue;
      }
      String scope = file.getPackage();
      file.getMessageTypeList().forEach(message -> message(scope, message, promises));
      file.getEnumTypeList().forEach(type -> enumeration(scope, type, promises));
      file.getServiceList().forEach(service -> service(scope, service, promises));
    }
    return promises;
  }

  private static void message(String scope, DescriptorProto message, Set<String> promises) {
    String name = scope + "." + message.getName();
    promises.add("message " + name);
    for (FieldDescriptorProto field : message.getFieldList()) {
      String oneof =
          field.hasOneofIndex() ? message.getOneofDecl(field.getOneofIndex()).getName() : "none";
      promises.add(
          "field %s.%s = %d %s %s %s in oneof %s"
              .formatted(
                  name,
                  field.getName(),
                  field.getNumber(),
                  field.getLabel(),
                  field.getType(),
                  field.getTypeName(),
                  oneof));
    }
    message.getNestedTypeList().forEach(nested -> message(name, nested, promises));
    message.getEnumTypeList().forEach(nested -> enumeration(name, nested, promises));
  }

  private static void enumeration(String scope, EnumDescriptorProto type, Set<String> promises) {
    type.getValueList()
        .forEach(value ->
            promises.add(
                "enum %s.%s %s = %d"
                    .formatted(scope, type.getName(), value.getName(), value.getNumber())));
  }

  private static void service(String scope, ServiceDescriptorProto service, Set<String> promises) {
    for (MethodDescriptorProto method : service.getMethodList()) {
      promises.add(
          "rpc %s.%s/%s (%s%s) returns (%s%s)"
              .formatted(
                  scope,
                  service.getName(),
                  method.getName(),
                  method.getClientStreaming() ? "stream " : "",
                  method.getInputType(),
                  method.getServerStreaming() ? "stream " : "",
                  method.getOutputType()));
    }
  }
}
