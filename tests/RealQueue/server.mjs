// A topic with two queues behind it (one of raw messages) and a bucket, on one port that is written to the output.
// The first argument is the folder that fauxqs is installed in. It ends when its input does: with whoever started it.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const entry = createRequire(`${process.argv[2]}/package.json`).resolve.paths('fauxqs')[0];
const { startFauxqs } = await import(pathToFileURL(`${entry}/fauxqs/dist/app.js`));
const server = await startFauxqs({
  port: 0,
  logger: false,
  init: {
    region: 'us-east-1',
    // A poll that is given up takes the next messages all the same, and hides them for so long.
    queues: ['enveloped', 'raw'].map((name) => ({ name, attributes: { VisibilityTimeout: '2' } })),
    topics: [{ name: 'trail' }],
    subscriptions: [
      { topic: 'trail', queue: 'enveloped' },
      { topic: 'trail', queue: 'raw', attributes: { RawMessageDelivery: 'true' } },
    ],
    buckets: ['trail'],
  },
});
console.log(`port ${server.port}`);
process.stdin.on('end', () => process.exit(0)).resume();
