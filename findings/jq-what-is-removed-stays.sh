#!/usr/bin/env bash
# jq 1.6, as Debian 12 has it.
#
# What one would expect: (.Records[] | select(…)) |= empty takes out of a log what is selected, all of it, as del(…) of the same does, and
# .Records[] |= select(…) leaves what fits. jq's manual says that a place is deleted, as by del, where the filter gives nothing. Whoever
# hands a log on without some people's calls, or one account's, sees records gone and an exit code of 0.
#
# What happens: of two that stand side by side the second stays, and where they stand apart a record goes that was never selected. Each one
# that is removed moves those behind it up, and the next place is taken of the list as it was; beyond its end null is written. Which
# records are left depends on their order alone. No error says so. (Issue 2051 of jqlang/jq, closed since; a later version removes all.)
# del and map(select(…)) are right.
#
# Seen (five records, 1 and 5 of zoe, the others of root; those that are left without root's):
#   (.Records[] | select(.user == "root")) |= empty: 1 zoe, 3 root, 5 zoe
#   .Records[] |= select(.user != "root"): 1 zoe, 3 root, 5 zoe, null, null
#   del(.Records[] | select(.user == "root")): 1 zoe, 5 zoe
#   .Records |= map(select(.user != "root")): 1 zoe, 5 zoe
#   the first, where 2 and 4 alone are root's: 1 zoe, 3 zoe, 4 root
#
# Needs Debian 12 with apt. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$work"
mkdir tool
apt-get --quiet --quiet download jq=1.6-2.1+deb12u3 libjq1=1.6-2.1+deb12u3 libonig5=6.9.8-1 > tool.log 2>&1 || { cat tool.log; exit 2; }
for package in *.deb; do dpkg-deb --extract "$package" tool; done
libraries=$(find tool/usr/lib -name libjq.so.1)
export LD_LIBRARY_PATH="$work/${libraries%/*}"
jq=tool/usr/bin/jq

log='{"Records": [{"id": 1, "user": "zoe"}, {"id": 2, "user": "root"}, {"id": 3, "user": "root"}, {"id": 4, "user": "root"}, {"id": 5, "user": "zoe"}]}'
apart='{"Records": [{"id": 1, "user": "zoe"}, {"id": 2, "user": "root"}, {"id": 3, "user": "zoe"}, {"id": 4, "user": "root"}, {"id": 5, "user": "zoe"}]}'

# left LOG FILTER: the records that are there afterwards.
left() {
    "$jq" --raw-output "$2 | [.Records[] | if . then \"\(.id) \(.user)\" else \"null\" end] | join(\", \")" <<< "$1"
}

seen=$(
    "$jq" --version
    left "$log" '(.Records[] | select(.user == "root")) |= empty'
    left "$log" '.Records[] |= select(.user != "root")'
    left "$log" 'del(.Records[] | select(.user == "root"))'
    left "$log" '.Records |= map(select(.user != "root"))'
    left "$apart" '(.Records[] | select(.user == "root")) |= empty'
)
printf '%s\n' "$seen"

[ "$seen" = 'jq-1.6
1 zoe, 3 root, 5 zoe
1 zoe, 3 root, 5 zoe, null, null
1 zoe, 5 zoe
1 zoe, 5 zoe
1 zoe, 3 zoe, 4 root' ]
echo 'as described'
