import { runTool } from './run-tool.mjs';
import { ensureProgram, underOwnNode } from './set-up.mjs';

underOwnNode();

const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY) || process.platform !== 'linux';
const headless = process.argv.includes('--headless') || !hasDisplay;
const name = process.argv.includes('--firefox') ? 'firefox' : 'chromium';
const executablePath = ensureProgram(name);
if (!executablePath) {
  console.error(`No ${name} found. Install it by the packages of your system, then run npm start again.`);
  process.exit(1);
}
console.log('Building the extension and the companion …');
const { ok } = await runTool(['npm', 'run', '--silent', name === 'firefox' ? 'build:demo-firefox' : 'build:demo'], {});
if (!ok) process.exit(1);
if (name === 'firefox') {
  const { firefoxDemo } = await import('./demo/firefox/firefox-demo.ts');
  await firefoxDemo({ executablePath, headless });
} else {
  const { demo } = await import('./demo/index.ts');
  await demo({ chromium: executablePath, headless });
}
