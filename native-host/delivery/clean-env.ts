const trusted = ['HOME', 'LANG', 'LC_ALL', 'PATH', 'TMPDIR', 'TZ', 'USER', 'XDG_DATA_HOME', 'XDG_RUNTIME_DIR'];
const windows = ['APPDATA', 'LOCALAPPDATA', 'SystemRoot', 'TEMP', 'TMP', 'USERPROFILE'];
const ours = ['TABPOST_DATA_DIR', 'TABPOST_POLICY_FILE', 'DBUS_SESSION_BUS_ADDRESS'];

/** Environment for our own children: what could change what Node loads, trusts or connects through is left behind. */
export function cleanEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(
    [...trusted, ...windows, ...ours].flatMap((name) => (env[name] ? [[name, env[name]]] : [])),
  );
}
