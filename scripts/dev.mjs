// npm run dev: Next's development server, without telemetry. It sends no Content Security Policy; `npm start` does.
import './setup/node-version.mjs';

const { ensureInstalled } = await import('./setup/install.mjs');
await ensureInstalled();
const { runTool } = await import('./setup/run.mjs');
process.exitCode = runTool('next', ['dev', ...process.argv.slice(2)]) ? 0 : 1;
