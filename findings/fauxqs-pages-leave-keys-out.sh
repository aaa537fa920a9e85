#!/usr/bin/env bash
# fauxqs 2.4.1, a server with S3's interface for tests, Node 24.21.0.
#
# What one would expect: whoever follows ListObjectsV2 from token to token gets every key once, whatever the pages' size; a page ends at
# a key, and the next one begins behind it. S3 lists in the order of UTF-8's bytes.
#
# What happens: keys are sorted as a dictionary sorts them, aBcD before AbCd, and a page begins with what is behind the token in the
# order of code units, where all capitals come first. What lies between the two orders is in no page, and other keys are in two. No
# error says so, IsTruncated is false at the end, and one page that holds all is right: a test with few keys never sees it. The names of
# CloudTrail's logs end in letters of both cases. Other servers have sorted by a language too (issue 1230 of afreidah/s3-orchestrator),
# or by the walk through their folders (issue 91 of scireum/s3ninja).
#
# Seen (four logs of one minute; the ends of their names, page by page):
#   in one page: aBcD AbCd bCdE BcDe
#   by two: aBcD AbCd, aBcD bCdE
#   by one: aBcD, bCdE
#
# Needs npm. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.mjs" <<'JAVASCRIPT'
import { startFauxqs } from 'fauxqs';

const server = await startFauxqs({ port: 0, host: '127.0.0.1', logger: false });
const bucket = `http://127.0.0.1:${server.port}/trail`;
const log = 'AWSLogs/111122223333/CloudTrail/eu-west-1/2026/03/10/111122223333_CloudTrail_eu-west-1_20260310T1405Z_';

await fetch(bucket, { method: 'PUT' });
for (const end of ['AbCd', 'BcDe', 'aBcD', 'bCdE'])
    await fetch(`${bucket}/${log}${end}.json.gz`, { method: 'PUT', body: 'x' });

async function pages(size) {
    const found = [];
    let next = '';
    do {
        const page = await (await fetch(`${bucket}?list-type=2&max-keys=${size}${next}`)).text();
        found.push([...page.matchAll(/Z_(\w+)\.json\.gz<\/Key>/g)].map(key => key[1]).join(' '));
        const token = page.match(/<NextContinuationToken>(.+?)</)?.[1];
        next = token && `&continuation-token=${encodeURIComponent(token)}`;
    } while (next);
    return found.filter(page => page).join(', ');
}

console.log(`in one page: ${await pages(1000)}`);
console.log(`by two: ${await pages(2)}`);
console.log(`by one: ${await pages(1)}`);
await server.stop();
JAVASCRIPT

cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --save-exact fauxqs@2.4.1 node@24.21.0 > npm.log 2>&1 || { cat npm.log; exit 2; }

seen=$(node_modules/.bin/node probe.mjs)
printf '%s\n' "$seen"

[ "$seen" = 'in one page: aBcD AbCd bCdE BcDe
by two: aBcD AbCd, aBcD bCdE
by one: aBcD, bCdE' ]
echo 'as described'
