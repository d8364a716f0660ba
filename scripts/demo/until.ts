/** Asks until there is an answer that counts: for what a program outside tells nobody when it happens. */
export async function until<Answer>(
  ask: () => Promise<Answer | null | undefined | false>,
  what: () => string | Promise<string>,
  deadlineMs = 10_000,
): Promise<Answer> {
  const end = performance.now() + deadlineMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) throw new Error(`waited ${deadlineMs / 1000} s for ${await what()}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}
