import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
  readonly printed: string;
}
interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const script = fileURLToPath(new URL('./serve.mjs', import.meta.url));
let site: string;
let server: Running;

beforeAll(async () => {
  site = mkdtempSync(join(tmpdir(), 'whydenied-site-'));
  mkdirSync(join(site, 'check'));
  mkdirSync(join(site, '_next/static'), { recursive: true });
  writeFileSync(join(site, 'index.html'), 'start'.repeat(100));
  writeFileSync(join(site, 'check/index.html'), 'check');
  writeFileSync(join(site, '404.html'), 'no such page');
  writeFileSync(join(site, '_next/static/a.js'), 'a()');
  writeFileSync(join(site, '_headers'), '/*\n  X-Frame-Options: DENY\n/_next/static/*\n  Cache-Control: immutable\n');
  server = await start({ PORT: '0' });
});
afterAll(() => {
  server.child.kill();
  rmSync(site, { recursive: true, force: true });
});

describe('the server', () => {
  it.each([
    ['/', 200, 'start'],
    ['/check/', 200, 'check'],
    ['/check/?_rsc=1', 200, 'check'],
    ['/_next/static/a.js', 200, 'a()'],
    ['/none', 404, 'no such page'],
    ['/_headers', 404, 'no such page'],
    ['/%2e%2e/%2e%2e/etc/passwd', 404, 'no such page'],
    ['/..%2f..%2fetc/passwd', 404, 'no such page'],
    ['/%00', 400, ''],
    ['/%', 400, ''],
  ])('answers %s with %i', async (path, status, body) => {
    const answer = await ask(path);
    expect(answer.status).toBe(status);
    expect(answer.body.toString()).toContain(body);
  });

  it('sends folders to their slash and keeps the query', async () => {
    const { status, headers } = await ask('/check?a=1');
    expect([status, headers.location]).toEqual([308, '/check/?a=1']);
  });

  it('sends the headers of _headers with every answer', async () => {
    for (const path of ['/', '/none', '/check', '/%']) {
      expect((await ask(path)).headers['x-frame-options']).toBe('DENY');
    }
    expect((await ask('/')).headers['cache-control']).toBe('no-cache');
    expect((await ask('/_next/static/a.js')).headers['cache-control']).toBe('immutable');
  });

  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['deflate', undefined, (body: Buffer) => body],
  ])('compresses for a browser that takes %s', async (accepted, encoding, open) => {
    const { headers, body } = await ask('/', { 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe(encoding);
    expect(open(body).toString()).toBe('start'.repeat(100));
  });

  it('answers 304 to who has the file already', async () => {
    const { headers } = await ask('/');
    const again = await ask('/', { 'if-none-match': headers.etag ?? '' });
    expect([again.status, again.body.length]).toEqual([304, 0]);
  });

  it('answers HEAD without a body, and refuses what writes', async () => {
    expect(await ask('/', {}, 'HEAD')).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect((await ask('/', {}, 'POST')).status).toBe(405);
  });

  it('says that a port is taken and takes the next free one, also when PORT names it', async () => {
    const second = await start({ PORT: String(server.port) });
    expect(second.port).toBeGreaterThan(server.port);
    expect(second.printed).toContain(`Port ${server.port} is taken`);
    const ended = new Promise((resolve) => second.child.once('close', resolve));
    second.child.kill();
    await ended;
    expect(second.printed.match(/http:/g)).toHaveLength(1);
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('ends at %s, also with an open connection', async (signal) => {
    const { child, port } = await start({ PORT: '0' });
    get({ port, host: '127.0.0.1', agent: false, headers: { connection: 'keep-alive' } }).on('error', () => undefined);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  });

  it('listens on this machine alone unless HOST says more', async () => {
    expect(server.printed).toContain(`http://127.0.0.1:${server.port}/`);
    const free = await new Promise<boolean>((resolve) => {
      const other = createServer().once('error', () => resolve(false));
      other.listen(server.port, '127.0.0.2', () => other.close(() => resolve(true)));
    });
    // macOS has no second loopback address; there this says nothing.
    if (process.platform === 'linux') expect(free).toBe(true);
  });

  it.each([
    [{ PORT: 'http' }, 'PORT is `http`'],
    [{ PORT: '70000' }, 'PORT is `70000`'],
    [{ PORT: '0', HOST: '203.0.113.9' }, 'HOST is `203.0.113.9`'],
  ])('says what is wrong with %o', async (env, sentence) => {
    await expect(start(env)).rejects.toThrow(sentence);
  });
});

/** Starts the server on the test's site; ready when it prints its address. */
function start(env: Record<string, string>): Promise<Running> {
  const child = spawn(process.execPath, [script, site], { env: { ...process.env, HOST: '', ...env } });
  let printed = '';
  return new Promise((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      printed += chunk.toString();
      const port = /http:\/\/[^/]*:(\d+)\//.exec(printed)?.[1];
      if (port !== undefined)
        resolve({
          child,
          port: Number(port),
          get printed() {
            return printed;
          },
        });
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    child.once('close', () => reject(new Error(printed)));
  });
}

/** One request with the path as written: a URL would be tidied before it is sent. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port: server.port, path, method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject).end();
  });
}
