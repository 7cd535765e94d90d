# kind: as many blanks as the grammar allows
a   =   1   ;   b   =   [   2   ,   3   ]
def   f   (   x   ,   *   y   )   :   return   x   +   len   (   y   )
if   a   :   c   =   f   (   a   ,   *   b   )   ;   d   =   b   [   0   :   1   ]
print   (   a   ,   b   ,   c   ,   d   ,   [   x   for   x   in   b   if   x   ]   )
