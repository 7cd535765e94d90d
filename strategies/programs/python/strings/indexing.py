# kind: text is indexed, sliced, iterated, multiplied on literals
print("hello"[1], "hello"[::-1], "abc"[1:][0], *"xyz", "ab" * 3, 2 * "c", "a" in "cab", ("one" "two")[2:5], [c for c in "hi"], b"ab"[0])
