// Serves the built site: `node scripts/serve.mjs [FOLDER]`. HOST (127.0.0.1) and PORT (4173) say where; when the port
// is taken it says so and takes the next free one. Dependency-free, because `npm start` should work with little.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { answer } from './serving/answer.mjs';
import { readHeaderRules } from './serving/header-rules.mjs';
import { root } from './setup/root.mjs';

const DEFAULT_PORT = 4173;
const TRIES = 50;
const folder = process.argv[2] ?? join(root, 'out');
const host = process.env.HOST || '127.0.0.1';

const server = createServer(answerFrom(folder));
listen(wantedPort(), TRIES);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, stop);

function answerFrom(site) {
  const rules = readHeaderRules(site);
  return (request, response) => answer({ site, rules, request, response });
}

function wantedPort() {
  const text = process.env.PORT || String(DEFAULT_PORT);
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65535) return port;
  fail(`PORT is \`${text}\`, which is no port. Set it to a number from 0 to 65535, or leave it out.`);
}

function listen(port, tries) {
  const onListening = () => {
    server.removeListener('error', onError);
    console.log(`WhyDenied: http://${shownHost()}:${server.address().port}/`);
  };
  const onError = (error) => {
    server.removeListener('listening', onListening);
    if (error.code !== 'EADDRINUSE') return fail(reasonFor(error, port));
    if (tries === 0 || port === 65535) return fail(`Port ${port} is taken, and so are those before it. Set PORT.`);
    console.log(`Port ${port} is taken; trying ${port + 1}.`);
    listen(port + 1, tries - 1);
  };
  server.once('error', onError);
  server.once('listening', onListening);
  server.listen(port, host);
}

function shownHost() {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function reasonFor(error, port) {
  if (error.code === 'EACCES') return `Port ${port} is not open to your user. Set PORT to a number above 1023.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return `HOST is \`${host}\`, which is no address of this machine. Leave it out for 127.0.0.1.`;
  }
  return `The server cannot listen on ${host}:${port}: ${error.message}`;
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

function stop() {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
