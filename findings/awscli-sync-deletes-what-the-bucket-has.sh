#!/usr/bin/env bash
# AWS CLI 2.9.19, as Debian 12 has it, Python 3.11.
#
# What one would expect: aws s3 sync --delete makes a folder what the bucket holds: what is there in the same size is left alone, what is not
# is downloaded, and what the bucket does not hold is deleted. In the end each object has its file, or the exit code says that it has not.
#
# What happens where keys have two slashes in a row: of a key logs//AWSLogs/… a file logs/AWSLogs/… is made, and at the next run the two are
# not known as one. Each object is downloaded again, every time (issue 3370 of aws/aws-cli, closed). And with --delete each file is one that
# the bucket lacks, so that it is deleted as well: before its download ends or after it, as it happens. A copy that was whole is left
# with some of its files, and the exit code is 0, with nothing said on the error stream. It is 2, with a warning that names the file, where one is
# deleted between its download and the setting of its time; that says nothing of the other files that are gone. Two slashes come of a prefix
# that ends with one, such as "logs/" (a policy with //AWSLogs is in pull request 56 of trussworks/terraform-aws-logs).
#
# Seen (a bucket with 400 logs; downloads, files and the exit code of each run in turn; --delete is repeated five times at most):
#   logs/AWSLogs/…, sync: 400 downloads, 400 files, 0; again: 0 downloads, 400 files, 0; with --delete: 0 downloads, 400 files, 0
#   logs//AWSLogs/…, sync: 400 downloads, 400 files, 0; again: 400 downloads, 400 files, 0; with --delete: 400 downloads, fewer files, 0 (or 2)
#
# Needs Debian 12 with apt and Python. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'kill "$server" 2> "$work/killed" || true; rm -rf "$work"' EXIT
server=

cat > "$work/server.py" <<'PYTHON'
# A bucket of 400 logs below each of two prefixes, as S3 lists and gives them.
import http.server
import sys
import urllib.parse

BODY = b'{"Records":[]}'
LOGS = [f'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/10/{number:04}.json.gz' for number in range(400)]
KEYS = sorted(prefix + log for prefix in ('one/logs/', 'two/logs//') for log in LOGS)


class Bucket(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        address = urllib.parse.urlsplit(self.path)
        query = dict(urllib.parse.parse_qsl(address.query))
        if 'list-type' in query:
            answer = ''.join(
                f'<Contents><Key>{urllib.parse.quote(key)}</Key><LastModified>2026-03-10T14:02:00.000Z</LastModified>'
                f'<ETag>"e-1"</ETag><Size>{len(BODY)}</Size></Contents>' for key in KEYS if key.startswith(query.get('prefix', '')))
            self.answer(('<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>false</IsTruncated>'
                         f'<EncodingType>url</EncodingType>{answer}</ListBucketResult>').encode())
        else:
            print(urllib.parse.unquote(address.path), file=sys.stderr, flush=True)
            self.answer(BODY)

    def answer(self, body):
        self.send_response(200)
        self.send_header('ETag', '"e-1"')
        self.send_header('Last-Modified', 'Tue, 10 Mar 2026 14:02:00 GMT')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Bucket)
print(server.server_port, flush=True)
server.serve_forever()
PYTHON

cd "$work"
mkdir tool
apt-get --quiet --quiet download awscli=2.9.19-1 python3-awscrt python3-cffi-backend python3-colorama python3-cryptography python3-dateutil \
    python3-distro python3-docutils python3-jmespath python3-prompt-toolkit python3-pyasn1 python3-roman python3-ruamel.yaml \
    python3-ruamel.yaml.clib python3-six python3-urllib3 python3-wcwidth > tool.log 2>&1 || { cat tool.log; exit 2; }
for package in *.deb; do dpkg-deb --extract "$package" tool; done
export PYTHONPATH="$work/tool/usr/lib/python3/dist-packages" PYTHONNOUSERSITE=1

unset AWS_PROFILE AWS_SESSION_TOKEN
export AWS_CONFIG_FILE="$work/none" AWS_SHARED_CREDENTIALS_FILE="$work/none" AWS_EC2_METADATA_DISABLED=true
export AWS_ACCESS_KEY_ID=AKIAIOSFODNN7EXAMPLE AWS_SECRET_ACCESS_KEY=secret AWS_DEFAULT_REGION=us-east-1
/usr/bin/python3 server.py > port 2> asked &
server=$!
while [ ! -s port ]; do sleep 0.1; done
address="http://127.0.0.1:$(cat port)"

files() {
    find "$1" -type f | wc -l
}

sync() {
    local before code=0
    before=$(wc -l < asked)
    /usr/bin/python3 tool/usr/bin/aws --endpoint-url "$address" s3 sync --only-show-errors "s3://trail/$1/" "$1" "${@:2}" > said 2>&1 || code=$?
    echo "$(($(wc -l < asked) - before)) downloads, $(files "$1") files, $code$(cat said)"
}

seen=$(for prefix in one two; do
    echo "$prefix: $(sync "$prefix")"
    echo "again: $(sync "$prefix")"
    for run in 1 2 3 4 5; do
        last=$(sync "$prefix" --delete)
        [ "$(files "$prefix")" -eq 400 ] || break
    done
    if [ "$(files "$prefix")" -ne 400 ]; then
        last=${last/ $(files "$prefix") files/ fewer files}
        case $last in *"fewer files, 0" | *"fewer files, 2warning: Skipping file "*"unable to update the last modified time"*) last="${last%%files,*}files, 0 or 2" ;; esac
    fi
    echo "with --delete: $last"
done)
printf '%s\n' "$seen"

[ "$seen" = 'one: 400 downloads, 400 files, 0
again: 0 downloads, 400 files, 0
with --delete: 0 downloads, 400 files, 0
two: 400 downloads, 400 files, 0
again: 400 downloads, 400 files, 0
with --delete: 400 downloads, fewer files, 0 or 2' ]
echo 'as described'
