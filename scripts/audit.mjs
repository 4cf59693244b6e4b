// A check of `npm test`: whether weaknesses are known of the packages that run. Only the registry knows. Where it does not
// answer, that is said, and the check passes: a computer without a network can be checked all the same.
import { spawnSync } from 'node:child_process';

const asked = spawnSync(
  'npm',
  [
    'audit',
    '--omit=dev',
    '--audit-level=high',
    '--json',
    '--fetch-retries=0',
    '--fetch-timeout=15000',
    '--loglevel=silent',
  ],
  { encoding: 'utf8', timeout: 30_000 },
);
const report = readReport(asked.stdout);
if (report === null) {
  process.stdout.write('Not known: the registry did not say which weaknesses are known of the packages.\n');
} else {
  const serious = Object.values(report.vulnerabilities).filter(({ severity }) =>
    ['high', 'critical'].includes(severity),
  );
  for (const { name, severity, range, via } of serious) {
    const told = via.flatMap((one) => (typeof one === 'string' ? [] : [`${one.title} (${one.url})`]));
    process.stderr.write(`${name} ${range}: ${severity}. ${told.join('; ')}\n`);
  }
  process.exitCode = serious.length === 0 ? 0 : 1;
}

/**
 * @param {string | null} text
 * @returns {{ vulnerabilities: Record<string, { name: string, severity: string, range: string,
 *   via: (string | { title: string, url: string })[] }> } | null} `null`: it is no report.
 */
function readReport(text) {
  try {
    const report = JSON.parse(text ?? '');
    return 'auditReportVersion' in report ? report : null;
  } catch {
    return null;
  }
}
