/** One line of the table and of `results.json`. */
export type Result = {
  name: string;
  unit: 'ms' | 'MB' | 'KB' | 'bytes';
  /** Median, in `unit`. */
  ours: number;
  /** Medians of the same work done by something bare, measured in turn with ours. */
  peers: Record<string, number>;
  /** Ours divided by the first peer; null without one. */
  ratio: number | null;
  /** Highest value that is good enough. */
  goal: number;
  /** What the goal bounds: times depend on the machine, so only their ratio counts; sizes stand for themselves. */
  goalOf: 'ratio' | 'ours';
  met: boolean;
};

type Measured = Pick<Result, 'name' | 'unit' | 'ours' | 'peers' | 'goal' | 'goalOf'>;

/** Says whether what was measured is good enough. */
export function judge({ name, unit, ours, peers, goal, goalOf }: Measured): Result {
  const [first] = Object.values(peers);
  const ratio = first === undefined ? null : rounded(ours / first);
  const bounded = goalOf === 'ratio' ? ratio : ours;
  return {
    name,
    unit,
    ours: rounded(ours),
    peers: Object.fromEntries(Object.entries(peers).map(([peer, value]) => [peer, rounded(value)])),
    ratio,
    goal,
    goalOf,
    met: bounded !== null && bounded <= goal,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
