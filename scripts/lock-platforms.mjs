// Completes package-lock.json with the platform packages (optionalDependencies) that the registry in use did not offer.
// Without them `npm ci` stops with "Missing: … from lock file", on every system. Run it after each `npm install NAME`;
// `--check` only says whether something is missing.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm64', 'arm', 'x64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32'];

/** The lock entries that are missing, by their key in `lock.packages`. */
export function missingPlatformEntries(lock) {
  const missing = {};
  for (const [at, pkg] of Object.entries(lock.packages)) {
    if (!at) continue;
    for (const [name, version] of Object.entries(pkg.optionalDependencies ?? {})) {
      const key = `node_modules/${name}`;
      if (lock.packages[key] || lock.packages[`${at}/${key}`] || !/^\d/.test(version)) continue;
      const entry = platformEntry(name, version, pkg.dev === true);
      if (entry) missing[key] = entry;
    }
  }
  return missing;
}

function platformEntry(name, version, dev) {
  const words = name.split('/').at(-1);
  const os = SYSTEMS.filter((system) => new RegExp(`(^|-)${system}(-|$)`).test(words));
  const cpu = PROCESSORS.filter((processor) => new RegExp(`(^|-)${processor}(-|$)`).test(words)).slice(0, 1);
  if (os.length === 0 && cpu.length === 0) return undefined;
  const libc = /-musl/.test(words) ? ['musl'] : /linux/.test(words) && /-gnu/.test(words) ? ['glibc'] : undefined;
  return {
    version,
    cpu,
    ...(dev ? { dev: true } : {}),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
    ...(libc ? { libc } : {}),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL('../package-lock.json', import.meta.url));
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const missing = missingPlatformEntries(lock);
  const count = Object.keys(missing).length;
  if (process.argv.includes('--check')) {
    console.log(`${count} platform entries missing`);
    process.exitCode = count === 0 ? 0 : 1;
  } else {
    const byName = ([a], [b]) => (a < b ? -1 : a > b ? 1 : 0);
    lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(byName));
    writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
    console.log(`${count} platform entries added`);
  }
}
