#!/usr/bin/env bash
# jq 1.6, as Debian 12 has it.
#
# What one would expect: a command that printed an error ends with another code than 0, whichever of its files it was about, as cat and
# grep do and as jq itself does for a file that is not there. So whoever runs jq over the logs of a day, one of which is an answer of S3's
# that says "AccessDenied", learns of it by set -e, and so does a scheduled job.
#
# What happens: the code is that of the last file. An error in any other is printed, nothing of that file comes, and jq ends with 0; with -e
# too. Whether a job fails depends on the name that sorts last. (Issue 2278 of jqlang/jq, closed as what is to be expected.) With -n and
# inputs it ends with 5, and reads nothing behind the file that failed. And to length what is not there has no elements: a count of records
# gives 0 for that file, without an error.
#
# Seen (three logs, one of which holds {"Message": "AccessDenied"}; what .Records[] gives, errors and the exit code):
#   it is the first: 2 3, 1 error, 0
#   it is the second: 1 3, 1 error, 0; with -e: 1 3, 1 error, 0
#   it is the last: 1 2, 1 error, 5
#   it is the second, and is not there: 1 3, 1 error, 2
#   it is the second, -n and inputs | .Records[]: 1, 1 error, 5
#   it is the second, .Records | length: 1 0 1, 0 errors, 0
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

for log in 1 2 3; do printf '{"Records": [%s]}\n' "$log" > "$log.json"; done
printf '{"Message": "AccessDenied"}\n' > answer.json

# run OPTION-OR-FILTER-OR-FILE…: what comes, how many errors, and the exit code.
run() {
    local code=0
    "$jq" "$@" > given 2> errors || code=$?
    printf '%s, %s, %s\n' "$(paste --serial --delimiters ' ' given)" "$(wc --lines < errors)" "$code"
}

seen=$(
    "$jq" --version
    run '.Records[]' answer.json 2.json 3.json
    run '.Records[]' 1.json answer.json 3.json
    run --exit-status '.Records[]' 1.json answer.json 3.json
    run '.Records[]' 1.json 2.json answer.json
    run '.Records[]' 1.json nowhere.json 3.json
    run --null-input 'inputs | .Records[]' 1.json answer.json 3.json
    run '.Records | length' 1.json answer.json 3.json
)
printf '%s\n' "$seen"

[ "$seen" = 'jq-1.6
2 3, 1, 0
1 3, 1, 0
1 3, 1, 0
1 2, 1, 5
1 3, 1, 2
1, 1, 5
1 0 1, 0, 0' ]
echo 'as described'
