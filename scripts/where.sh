#!/bin/sh
# Lists the files of a subject word, floor by floor: scripts/where.sh attendance.
cd "$(dirname "$0")/.." || exit 1
word=${1:?Skriv ett ämnesord: make where WORD=attendance}

found=0
for floor in config cli web gateways actions queries access records followup optimise simulate rulebook domain; do
    for file in $(git ls-files --cached --others --exclude-standard "src/byggsten/$floor" | grep -i "$word"); do
        printf '%-10s %s\n' "$floor" "$file"
        found=1
    done
done
for file in $(git ls-files --cached --others --exclude-standard tests docs | grep -i "$word"); do
    printf '%-10s %s\n' "${file%%/*}" "$file"
    found=1
done
[ $found = 1 ] || { echo "Ingen fil har $word i sitt namn. Ämnesorden står i GLOSSARY.md." >&2; exit 1; }
