type Places = { paths: string[]; names: string[] };

const onWindows = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  'Vivaldi\\Application\\vivaldi.exe',
  'Chromium\\Application\\chrome.exe',
  'Mozilla Firefox\\firefox.exe',
];

const onMac = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'Brave Browser.app/Contents/MacOS/Brave Browser',
  'Vivaldi.app/Contents/MacOS/Vivaldi',
  'Chromium.app/Contents/MacOS/Chromium',
  'Firefox.app/Contents/MacOS/firefox',
];

/** `/usr/lib/chromium/chromium` starts directly; what is in the PATH is often a script around it. */
const onLinux: Places = {
  paths: ['/usr/lib/chromium/chromium', '/opt/google/chrome/chrome', '/opt/microsoft/msedge/msedge'],
  names: [
    ...['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'],
    ...['brave-browser', 'vivaldi-stable', 'firefox', 'firefox-esr'],
  ],
};

/** Where browsers usually lie (Windows and macOS: not tried on such a computer). */
export function installedBrowsers(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): Places {
  if (platform === 'win32') {
    const roots = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return { paths: onWindows.flatMap((path) => roots.map((root) => `${root}\\${path}`)), names: [] };
  }
  if (platform !== 'darwin') return onLinux;
  const roots = ['/Applications', `${env.HOME ?? ''}/Applications`];
  return { paths: onMac.flatMap((path) => roots.map((root) => `${root}/${path}`)), names: [] };
}
