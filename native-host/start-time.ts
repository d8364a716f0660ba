const known = new Map<number, string>();

/** ms a system may take to tell it. */
const patience = 5000;

/**
 * When a process started, in the words of the system's own program: equal for every asker, whatever its language and time zone. Empty when it
 * is not told. Letters, digits and `_` only. Our own is asked for once: a question costs a process, on Windows a third of a second.
 */
export function startTime(pid: number): string {
  const isOurs = pid === process.pid;
  const started = (isOurs && known.get(pid)) || ask(pid);
  if (isOurs) known.set(pid, started);
  return started;
}

function ask(pid: number): string {
  const { execFileSync } = process.getBuiltinModule('node:child_process');
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' }; // two browsers may run companions in different languages
  try {
    const told = execFileSync(...question(pid), { encoding: 'utf8', windowsHide: true, timeout: patience, env });
    return told.trim().replace(/\W+/g, '_');
  } catch {
    return ''; // not told: then the number alone has to do
  }
}

function question(pid: number): [program: string, args: string[]] {
  if (process.platform !== 'win32') return ['ps', ['-o', 'lstart=', '-p', String(pid)]];
  const command = `(Get-Process -Id ${pid}).StartTime.ToFileTimeUtc()`;
  return ['powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command]];
}
