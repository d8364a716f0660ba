/** Every fifth round is played in a real browser: it takes some five times as long as one without. */
export function isInBrowser(round: number): boolean {
  return round % 5 === 4;
}

/** Numbers of rounds from `first` on, as many as wanted of one kind. */
export function whichRounds(count: number, fits: (round: number) => boolean = () => true, first = 0): number[] {
  const rounds: number[] = [];
  for (let round = first; rounds.length < count; round++) if (fits(round)) rounds.push(round);
  return rounds;
}
