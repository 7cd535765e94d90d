# kind: indentation by one space
def f(n):
 if n:
  for i in range(n):
   if i % 2: yield i; yield -i
print(list(f(6)))
