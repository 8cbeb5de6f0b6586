#!/bin/sh
# Writes today's backup into a folder, proves it, and keeps the newest KEEP (30) of them.
# Older ones go only after the new one has been proved.
set -eu
folder=${1:?the folder for backups}
here=$(cd "$(dirname "$0")/.." && pwd)
file="$folder/ngangtam-$(date +%Y-%m-%dT%H%M).ngangtam"
"$here/bin/ngangtam" backup -o "$file"
"$here/bin/ngangtam" backup verify "$file"
ls -1 "$folder"/ngangtam-*.ngangtam | sort -r | tail -n +$((${KEEP:-30} + 1)) |
  while read -r old; do rm -- "$old"; done
