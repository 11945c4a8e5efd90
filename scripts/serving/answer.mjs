// One request to the static site → one response.
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, normalize, resolve, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { headersFor } from './header-rules.mjs';

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const COMPRESSIBLE = /text|json|javascript|svg|ttf/;
const COMPRESS = {
  br: (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body) => gzipSync(body),
  identity: (body) => body,
};
const cache = new Map();

/** Answers GET and HEAD with a file of the site; 308 to a folder's slash, 404 with the site's own page. */
export function answer({ site, rules, request, response }) {
  const { path, slashed } = read(request.url);
  const send = (status, headers, body = '') => {
    response.writeHead(status, {
      ...headersFor(rules, path ?? '/'),
      ...headers,
      'Content-Length': Buffer.byteLength(body),
    });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(405, { Allow: 'GET, HEAD' });
  if (path === undefined) return send(400, {}, 'This address cannot be read.');
  const found = find(resolve(site), path);
  if (found.status === 308) return send(308, { Location: slashed });
  if (!found.file) return send(404, { 'Content-Type': TYPES['.txt'] }, 'Not found.');
  const type = TYPES[extname(found.file)] ?? 'application/octet-stream';
  const encoding = COMPRESSIBLE.test(type) ? encodingFor(request.headers['accept-encoding']) : 'identity';
  const { body, etag } = load(found.file, encoding);
  const headers = {
    'Cache-Control': 'no-cache',
    ...headersFor(rules, path),
    'Content-Type': type,
    ETag: etag,
    Vary: 'Accept-Encoding',
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  };
  if (found.status === 404) return send(404, { ...headers, 'Cache-Control': 'no-cache' }, body);
  if (matches(request.headers['if-none-match'], etag)) return notModified(response, headers);
  send(200, headers, body);
}

/** The decoded path, undefined when it is no address, and where it leads with a slash at its end. */
function read(url) {
  try {
    const { pathname, search } = new URL(url ?? '/', 'http://site');
    const path = decodeURIComponent(pathname);
    if (path.includes('\0')) return {};
    return { path, slashed: `${pathname.replace(/^\/+/, '/')}/${search}` }; // `//name` would lead to another host
  } catch {
    return {};
  }
}

/** The file for a path. Nothing outside the site, and not the file with the header rules. */
function find(site, path) {
  const file = normalize(join(site, path));
  const found = isInside(site, file) && path !== '/_headers' ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (found?.isFile() && !path.endsWith('/')) return { file, status: 200 };
  const index = join(file, 'index.html');
  if (found?.isDirectory() && isFile(index)) {
    return path.endsWith('/') ? { file: index, status: 200 } : { status: 308 };
  }
  const missing = join(site, '404.html');
  return isFile(missing) ? { file: missing, status: 404 } : {};
}

const isInside = (site, file) => file === site || file === site + sep || file.startsWith(site + sep);
const isFile = (file) => statSync(file, { throwIfNoEntry: false })?.isFile() === true;

function encodingFor(accepted = '') {
  const offered = (name) => new RegExp(`(^|[\\s,])${name}($|[\\s,;])(?!\\s*q=0(\\.0*)?($|[\\s,]))`).test(accepted);
  return offered('br') ? 'br' : offered('gzip') ? 'gzip' : 'identity';
}

/** A file's bytes in an encoding, kept in memory while the file stays as it is. */
function load(file, encoding) {
  const { mtimeMs, size } = statSync(file);
  const key = `${file}|${encoding}`;
  const known = cache.get(key);
  if (known?.mtimeMs === mtimeMs && known.size === size) return known;
  const raw = readFileSync(file);
  const etag = `"${createHash('sha256').update(raw).digest('hex').slice(0, 16)}-${encoding}"`;
  const entry = { body: COMPRESS[encoding](raw), etag, mtimeMs, size };
  cache.set(key, entry);
  return entry;
}

const matches = (given = '', etag) => given.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);

function notModified(response, headers) {
  response.writeHead(304, headers);
  response.end();
}
