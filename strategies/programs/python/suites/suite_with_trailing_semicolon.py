# kind: trailing semicolons after statements and suites
a = 1;
if a: b = 2;
for i in range(2): c = i; d = c;
print(a, b, c, d);
