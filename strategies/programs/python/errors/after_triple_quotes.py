# kind: an error in a chain after a text of several lines
# error: TypeError 6
s = """one
two; three
for x in y: z
"""; n = len(s); print(n); print(s + n)
