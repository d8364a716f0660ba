import { runTool } from './run-tool.mjs';
import { ensureChromium, underOwnNode } from './set-up.mjs';

underOwnNode();

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';
const headless = process.argv.includes('--headless') || !hasDisplay;
const chromium = ensureChromium();
if (!chromium) {
  console.error('No Chromium found. Install the package "chromium" of your system, then run npm start again.');
  process.exit(1);
}
console.log('Building the extension and the companion …');
const { ok } = await runTool(['npm', 'run', '--silent', 'build:demo'], {});
if (!ok) process.exit(1);
const { demo } = await import('./demo/index.ts');
await demo({ chromium, headless });
