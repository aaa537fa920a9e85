#!/usr/bin/env bash
# s3rver 3.7.1, a server with S3's interface for tests, Node 20.20.2.
#
# What one would expect: a GET with If-Match gives the object of that entity tag, or 412; so a reader whose connection was cut asks for the
# rest, by a range, and never gets that of another version. The server knows conditions: with If-None-Match it answers 304. Who knows
# some conditions and not others refuses those.
#
# What happens: If-Match and If-Unmodified-Since are not looked at. The answer is 200, or 206 with a range, of whatever is there now. Two
# halves of two versions are joined where nobody compares the tag of the answer too, which is a JSON log as any other if the cut lies so. And the
# last three bytes are asked for by bytes=-3; what comes are the first four, said to be 0-3. (Other servers have had no conditions at all:
# issue 77 of gaul/s3proxy, issue 523 of s3gw-tech/s3gw.)
#
# Seen (an object "hello world", then replaced by "HELLO WORLD"; status and body):
#   If-None-Match of the first, before: 304
#   If-Match of the first, before: 200 hello world; replaced: 200 HELLO WORLD
#   If-Match of the first, bytes=6-, replaced: 206 WORLD, bytes 6-10/11
#   If-Unmodified-Since of the year 2000: 200 HELLO WORLD
#   bytes=-3: 206 HELL, bytes 0-3/11
#
# Needs npm. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.mjs" <<'JAVASCRIPT'
import S3rver from 's3rver';

const server = new S3rver({ port: 0, address: '127.0.0.1', silent: true, directory: './bucket' });
const { port } = await server.run();
const bucket = `http://127.0.0.1:${port}/trail`;
const log = `${bucket}/log.json`;
const put = body => fetch(log, { method: 'PUT', body });

await fetch(bucket, { method: 'PUT' });
await put('hello world');
const tag = (await fetch(log)).headers.get('etag');

async function tell(what, headers) {
    const answer = await fetch(log, { headers });
    const range = answer.headers.get('content-range');
    console.log(`${what}: ${answer.status} ${await answer.text()}${range ? `, ${range}` : ''}`.trimEnd());
}

await tell('If-None-Match', { 'If-None-Match': tag });
await tell('If-Match', { 'If-Match': tag });
await put('HELLO WORLD');
await tell('replaced, If-Match', { 'If-Match': tag });
await tell('replaced, If-Match and a range', { 'If-Match': tag, Range: 'bytes=6-' });
await tell('If-Unmodified-Since', { 'If-Unmodified-Since': 'Sat, 01 Jan 2000 00:00:00 GMT' });
await tell('the last three', { Range: 'bytes=-3' });
await server.close();
JAVASCRIPT

cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --save-exact s3rver@3.7.1 node@20.20.2 > npm.log 2>&1 || { cat npm.log; exit 2; }

seen=$(node_modules/.bin/node probe.mjs)
printf '%s\n' "$seen"

[ "$seen" = 'If-None-Match: 304
If-Match: 200 hello world
replaced, If-Match: 200 HELLO WORLD
replaced, If-Match and a range: 206 WORLD, bytes 6-10/11
If-Unmodified-Since: 200 HELLO WORLD
the last three: 206 HELL, bytes 0-3/11' ]
echo 'as described'
