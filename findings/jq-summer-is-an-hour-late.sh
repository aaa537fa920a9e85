#!/usr/bin/env bash
# jq 1.6, as Debian 12 has it.
#
# What one would expect: "2026-07-10T14:02:00Z" ends in Z, and fromdate gives its seconds since 1970, wherever the machine is; todate makes
# the same text of them again. So a log's records are chosen by the seconds of date +%s. And strptime, for whose %z the manual sends one to
# the system's strptime, reads an offset: of 23:02+09:00 and mktime come the seconds of 14:02Z.
#
# What happens: where the machine's zone has summer time, fromdate is an hour late for times in summer, by the rules of a zone that the text
# has nothing to do with; where winter is the exception, as in Ireland, an hour early for those in winter. In a zone without, as in
# containers, nothing of it is seen. What took some hours while the clocks changed took one more or one less. (Issues 1713, 2001 and 2490 of
# jqlang/jq, all closed since.) An offset is read and dropped (issue 2195, open): the clock's time is taken for UTC. No error says so. Times
# that end in Z are chosen rightly where they are compared as texts.
#
# Seen (with TZ=UTC0; of New York; of Dublin):
#   fromdate and todate of 2026-07-10T14:02:00Z: 14:02:00Z; 15:02:00Z; 14:02:00Z
#   fromdate and todate of 2026-01-10T14:02:00Z: 14:02:00Z; 14:02:00Z; 13:02:00Z
#   of 13:05, 13:55 and 14:05 on 10 July those after 14:00, by date +%s: 14:05; 13:05, 13:55, 14:05; 14:05
#   2026-01-10T23:02:00+09:00 by %z and todate: 23:02:00Z; 23:02:00Z; 22:02:00Z
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

# The rules stand in the zone itself, so that it does not matter which zones the machine knows.
zones=(UTC0 EST5EDT,M3.2.0,M11.1.0 IST-1GMT0,M10.5.0,M3.5.0/1)
records='{"eventTime": "2026-07-10T13:05:00Z"} {"eventTime": "2026-07-10T13:55:00Z"} {"eventTime": "2026-07-10T14:05:00Z"}'
since=$(date --utc --date 2026-07-10T14:00:00Z +%s)

# in_each INPUT FILTER [OPTION…]: what comes of it in each zone.
in_each() {
    local zone input=$1 filter=$2
    shift 2
    for zone in "${zones[@]}"; do
        TZ=$zone "$jq" --raw-output "$@" "$filter" <<< "$input" | paste --serial --delimiters ' '
    done | paste --serial --delimiters ';'
}

seen=$(
    "$jq" --version
    in_each '"2026-07-10T14:02:00Z"' 'fromdate | todate'
    in_each '"2026-01-10T14:02:00Z"' 'fromdate | todate'
    in_each "$records" 'select((.eventTime | fromdate) > $since).eventTime[11:16]' --argjson since "$since"
    in_each '"2026-01-10T23:02:00+09:00"' 'strptime("%Y-%m-%dT%H:%M:%S%z") | mktime | todate'
    in_each "$records" 'select(.eventTime > "2026-07-10T14:00:00Z").eventTime[11:16]'
)
printf '%s\n' "$seen"

[ "$seen" = 'jq-1.6
2026-07-10T14:02:00Z;2026-07-10T15:02:00Z;2026-07-10T14:02:00Z
2026-01-10T14:02:00Z;2026-01-10T14:02:00Z;2026-01-10T13:02:00Z
14:05;13:05 13:55 14:05;14:05
2026-01-10T23:02:00Z;2026-01-10T23:02:00Z;2026-01-10T22:02:00Z
14:05;14:05;14:05' ]
echo 'as described'
