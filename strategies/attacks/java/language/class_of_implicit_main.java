// id: J184
// family: language
// goal: be a class without a name
// refused: JAVA_STRATEGY_CLASS
// verifier: JAVA_METHOD_NOT_LISTED
// unverified: STRATEGY_ERROR
// control: none: it is no strategy

String got = "GOT-IN";

void main() {
  IO.println(got);
}
