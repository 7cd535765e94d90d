# kind: an error in the condition of a comprehension inside another
# error: TypeError 3
print("before"); r = [[a for a in b if a > "x"] for b in ([], ["y"], [1])]; print("after")
