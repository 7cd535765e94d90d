# kind: as few blanks as the grammar allows
a=1;b=[2,3];c={4:5};d=(lambda x:x*2)(a)if a else-1
def f(x,*y,z=1,**w):return(x,y,z,w)
for i in[1,2]:a+=i;b+=[i]
while a>3:a-=1
if not(a)or b:print(a,b,c,d,f(1,2,z=3,q=4),[x for x in(1,2)if x>1],0if a else 1)
