// npm run build: the whole site into out/, ready for any file host.
import './setup/node-version.mjs';

try {
  const { ensureInstalled } = await import('./setup/install.mjs');
  await ensureInstalled();
  const { rebuild } = await import('./setup/built.mjs');
  await rebuild();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
