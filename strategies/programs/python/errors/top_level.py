# kind: an error in a plain statement
# error: ZeroDivisionError 6
x = 1
y = 0

print(x / y)
print("never")
