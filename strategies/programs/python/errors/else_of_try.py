# kind: an error in the else of a try
# error: TypeError 5
try: x = int("5")
except ValueError: x = 0
else: print(x); x = x["k"]
finally: print("done")
