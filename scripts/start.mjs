// npm start: installs what is missing, builds when the build is stale, serves the site.
import './setup/node-version.mjs';

const parent = process.ppid;

try {
  const { ensureInstalled } = await import('./setup/install.mjs');
  await ensureInstalled();
  const { ensureBuilt } = await import('./setup/built.mjs');
  await ensureBuilt();
  await import('./serve.mjs');
  endWithParent();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}

/** A signal sent to npm reaches only the shell between npm and this process: without it the server has to end itself. */
function endWithParent() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const look = () => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  };
  setInterval(look, 300).unref();
}
