# kind: comments in odd places
# -*- a comment that is no declaration -*-
x = [  # after a bracket
    1,  # after an item; not: code
    # alone
    2  # before the end
]  # after the end
if x:  # after a header: pass; y = 1
    # first in a block
        # deeper than the block
  # shallower than the block
    y = 2  # tail
# between blocks
else:  # for z in x: pass
    y = 3
#
print(x, y)  #no blank;#another
#last
