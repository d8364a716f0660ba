/** What the browser that started us set for itself, what loads other code, and proxies: the printer has its own rules for those. */
const left = /^(?:MOZ_|XRE_|NODE_|LD_|DYLD_|CHROME_|GOOGLE_|TABPOST_)|_proxy$/i;

/** Environment of a printing browser: fonts and language as its user set them. */
export function browserEnv(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !left.test(name)));
}
