# kind: tabs in one block and spaces in another
def a():
	if True: x = 1; y = 2
	return x + y
def b():
    if True: x = 3; y = 4
    return x * y
class C:
	def m(self):
	    return [i for i in range(3)]; return None
print(a(), b(), C().m())
