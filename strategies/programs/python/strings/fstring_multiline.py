# kind: f-strings over several lines, comments inside
items = [3, 1, 2]
print(f"""total {
    sum(items)  # the sum
} of {
    len(
        items
    )
:>4} items
and {items[0]}""", f"{
    max(items)
}")
