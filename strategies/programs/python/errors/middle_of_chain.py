# kind: an error in the middle of a chain, after other chains
# error: ValueError 4
a = 1; b = 2
c = a + b; print(c); int("x"); print("never"); d = 4
