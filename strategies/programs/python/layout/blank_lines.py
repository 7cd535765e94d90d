# kind: blank lines, blank lines with spaces, in blocks and brackets


def f():

    x = 1
    

    return [

        x,

    ]



class A:

    y = 2

print(f(), A.y)


