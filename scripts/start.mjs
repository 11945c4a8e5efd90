// npm start: installs what is missing, builds when the build is stale, serves the site.
import './setup/node-version.mjs';

try {
  const { ensureInstalled } = await import('./setup/install.mjs');
  await ensureInstalled();
  const { ensureBuilt } = await import('./setup/built.mjs');
  await ensureBuilt();
  await import('./serve.mjs');
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
