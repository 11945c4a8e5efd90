// npm run dev: Next's development server, without telemetry. It sends no Content Security Policy; `npm start` does.
import './setup/node-version.mjs';

try {
  const { ensureInstalled } = await import('./setup/install.mjs');
  await ensureInstalled();
  const { ensureCatalog } = await import('./catalog/built.mjs');
  await ensureCatalog();
  const { runTool } = await import('./setup/run.mjs');
  if (!runTool('next', ['dev', '--hostname', 'localhost', ...process.argv.slice(2)])) process.exitCode = 1;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
