#!/usr/bin/env bash
# s3rver 3.7.1, a server with S3's interface for tests, Node 20.20.2.
#
# What one would expect: S3 has no folders. A list with a delimiter gives, as CommonPrefixes, what stands up to the next slash of every
# key, however many slashes come behind it, and so a tool walks down any tree by its prefixes.
#
# What happens: a prefix comes where a key lies right below it. One whose keys lie two slashes down or more is left out, the answer is
# 200 and says that it is not truncated, and without a delimiter the same keys are all there. CloudTrail's logs lie seven folders deep:
# for whoever walks from the top, the bucket is empty. A key put beside the folders makes them appear. In version 2.2.1 a list with a
# delimiter came back empty in another case (issue 180 of jamhall/s3rver).
#
# Seen (ListObjectsV2 of AWSLogs/; the keys without a delimiter, and the prefixes with one):
#   AWSLogs/1/a: 1 key; AWSLogs/1/
#   AWSLogs/2/CloudTrail/a: 1 key; no prefix
#   AWSLogs/3/CloudTrail/eu-west-1/2026/a: 1 key; no prefix
#   all three: 3 keys; AWSLogs/1/
#   AWSLogs/2/a beside them: 4 keys; AWSLogs/1/, AWSLogs/2/
#
# Needs npm. Ends with 1 where the behaviour is another.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat > "$work/probe.js" <<'JAVASCRIPT'
const S3rver = require('s3rver');

async function list(keys) {
    const server = new S3rver({
        address: '127.0.0.1', port: 0, silent: true, resetOnClose: true,
        directory: `${__dirname}/objects`, configureBuckets: [{ name: 'trail' }],
    });
    const { address, port } = await server.run();
    const bucket = `http://${address}:${port}/trail`;
    for (const key of keys)
        await fetch(`${bucket}/${key}`, { method: 'PUT', body: 'x' });
    const flat = await (await fetch(`${bucket}?list-type=2&prefix=AWSLogs/`)).text();
    const answer = await fetch(`${bucket}?list-type=2&prefix=AWSLogs/&delimiter=/`);
    const folders = await answer.text();
    await server.close();
    const found = [...folders.matchAll(/<CommonPrefixes><Prefix>(.+?)</g)].map(prefix => prefix[1]).join(', ');
    const end = folders.includes('<IsTruncated>false<') ? 'the end' : 'not the end';
    console.log(`${keys.join(', ')}: ${flat.match(/<Key>/g).length}; ${answer.status}, ${found || 'no prefix'}, ${end}`);
}

(async () => {
    const keys = ['AWSLogs/1/a', 'AWSLogs/2/CloudTrail/a', 'AWSLogs/3/CloudTrail/eu-west-1/2026/a'];
    for (const key of keys)
        await list([key]);
    await list(keys);
    await list([...keys, 'AWSLogs/2/a']);
})();
JAVASCRIPT

cd "$work"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --save-exact s3rver@3.7.1 node@20.20.2 > npm.log 2>&1 || { cat npm.log; exit 2; }

seen=$(node_modules/.bin/node probe.js)
printf '%s\n' "$seen"

[ "$seen" = 'AWSLogs/1/a: 1; 200, AWSLogs/1/, the end
AWSLogs/2/CloudTrail/a: 1; 200, no prefix, the end
AWSLogs/3/CloudTrail/eu-west-1/2026/a: 1; 200, no prefix, the end
AWSLogs/1/a, AWSLogs/2/CloudTrail/a, AWSLogs/3/CloudTrail/eu-west-1/2026/a: 3; 200, AWSLogs/1/, the end
AWSLogs/1/a, AWSLogs/2/CloudTrail/a, AWSLogs/3/CloudTrail/eu-west-1/2026/a, AWSLogs/2/a: 4; 200, AWSLogs/1/, AWSLogs/2/, the end' ]
echo 'as described'
