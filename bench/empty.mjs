// The reference for starting: a Node program that does nothing but answer.
import { createServer } from 'node:http';

createServer((_, res) => res.end('ok')).listen(Number(process.env.PORT));
process.once('SIGTERM', () => process.exit(0));
