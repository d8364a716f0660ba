/** Where only administrators may write. Fixed paths: what a user's environment says must not lead past them. */
const systemFiles: Partial<Record<NodeJS.Platform, string>> = {
  linux: '/etc/tabpost/policy.json',
  darwin: '/Library/Application Support/Tabpost/policy.json',
  win32: 'C:\\ProgramData\\Tabpost\\policy.json',
};

/** `TABPOST_POLICY_FILE` names one more, which can only forbid more. */
export function policyFiles(): string[] {
  const system = systemFiles[process.platform] ?? '/etc/tabpost/policy.json';
  const { TABPOST_POLICY_FILE } = process.env;
  return TABPOST_POLICY_FILE ? [system, TABPOST_POLICY_FILE] : [system];
}
