# kind: triple-quoted strings with lines that look like code
text = """
for x in y: pass; if z: w
    [a for b in c]
while True: pass
# no comment
'''not the end'''
"""; n = text.count("\n"); print(n, len(text))
s = '''a "b" ''c'' \
d'''; print(s)
