/** What a test run came to; skipped tests by name. */

export function readVitest(report) {
  const tests = report.testResults.flatMap(({ assertionResults }) => assertionResults);
  // A file that could not be loaded failed without a single test in it.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failed: tests.filter(({ status }) => status === 'failed').length + broken.length,
    skipped: tests
      .filter(({ status }) => ['skipped', 'pending', 'todo'].includes(status))
      .map(({ fullName }) => fullName),
  };
}

export function readPlaywright(report) {
  const runs = report.suites.flatMap(specsOf).flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
  const named = (...wanted) => runs.filter(({ status }) => wanted.includes(status));
  return {
    passed: named('expected').length,
    // A test that passes only at the second try is a failed one.
    failed: named('unexpected', 'flaky').length + report.errors.length,
    skipped: named('skipped').map(({ title, projectName }) => (projectName ? `[${projectName}] ${title}` : title)),
  };
}

function specsOf({ title, specs = [], suites = [] }) {
  const own = specs.map((spec) => ({ ...spec, title: `${title} > ${spec.title}` }));
  return [...own, ...suites.flatMap(specsOf)];
}
