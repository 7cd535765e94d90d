# kind: identifiers outside ASCII, wide characters before a split
größe = 3; π = 3.14; 名前 = "n"; ñ = [ł for ł in "żó"]; print(größe, π, 名前, ñ)
def функция(аргумент): x = "😀"; y = [c for c in "😀é"]; return аргумент, x, y
class Ωmega: α = 1; β = "🎉"; γ = len(β)
print(функция(2), Ωmega.γ)
ﬁ = 5; print(fi)
